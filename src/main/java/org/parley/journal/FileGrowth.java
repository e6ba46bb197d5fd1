package org.parley.journal;

/**
 * Sees to it that the database's file does not grow for as long as the program runs: each commit
 * only appends to it, some 28 KB for a row, so every so many it is looked at. For the writer's
 * thread.
 */
final class FileGrowth {
  /** Commits after which the file is looked at. */
  static final int COMMITS = 1000;

  private int commits;

  /** To be told of each commit. */
  void committed() {
    commits++;
  }

  /** Has the file compacted where that is due; to be called between two commits. */
  void look(JournalStore store) throws JournalException {
    if (commits < COMMITS) {
      return;
    }
    commits = 0; // also where it fails, as on a full disk: not again at every commit
    if (!store.compactIfDue()) {
      commits = COMMITS;
    }
  }
}
