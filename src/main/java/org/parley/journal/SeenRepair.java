package org.parley.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Rebuilds SEEN from the rows, page by page, while the journal goes on. */
final class SeenRepair {
  private final Journal journal;
  private final CommitQueue queue;
  private final SeenTags tags;

  SeenRepair(Journal journal, CommitQueue queue, SeenTags tags) {
    this.journal = journal;
    this.queue = queue;
    this.tags = tags;
  }

  boolean run(Progress progress) throws JournalException {
    long next = 0;
    // Rows that come while this runs bring their own rows of SEEN.
    long size = journal.size();
    while (next < size) {
      if (progress.cancelled()) {
        return false;
      }
      progress.at(next, size);
      Page page = journal.read(next, JournalSnapshot.PAGE);
      next = page.next();
      write(wrong(page));
    }
    progress.at(size, size);
    return true;
  }

  private List<SeenRow> wrong(Page page) throws JournalException {
    List<SeenRow> wrong = new ArrayList<>();
    try (JournalSnapshot snapshot = journal.snapshot()) {
      for (StoredEntry row : page.rows()) {
        Entry entry = row.entry();
        SeenRow due = entry == null ? null : tags.rowOf(row.seq(), entry);
        if (due != null && !same(due, snapshot.seen(due.idTag()))) {
          wrong.add(due);
        }
      }
    }
    return wrong;
  }

  private static boolean same(SeenRow due, @Nullable SeenRow there) {
    return there != null && Arrays.equals(due.textTag(), there.textTag());
  }

  private void write(List<SeenRow> rows) throws JournalException {
    if (rows.isEmpty()) {
      return;
    }
    try {
      queue.putSeen(rows).join();
    } catch (CompletionException e) {
      throw new JournalException("the seen ids could not be rebuilt", e);
    }
  }
}
