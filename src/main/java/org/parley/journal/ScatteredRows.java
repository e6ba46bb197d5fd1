package org.parley.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Reads and checks rows that lie apart. Nearly all of the time goes into deciphering the database's
 * pages, so the processors share the rows, each with a snapshot of its own: rows do not change.
 */
final class ScatteredRows {
  /** Fewer rows than this are not worth another thread. */
  private static final int WORTH_IT = 4;

  private final JournalStore store;
  private final RowCheck check;

  ScatteredRows(JournalStore store, RowCheck check) {
    this.store = store;
    this.check = check;
  }

  /** The rows at those seqs, in that order; those that are missing are left out. */
  List<CheckedRow> read(List<Long> seqs) throws JournalException {
    int processors = Runtime.getRuntime().availableProcessors();
    int size = Math.max(WORTH_IT, (seqs.size() + processors - 1) / processors);
    List<List<Long>> parts = new ArrayList<>();
    for (int at = 0; at < seqs.size(); at += size) {
      parts.add(seqs.subList(at, Math.min(seqs.size(), at + size)));
    }
    try {
      return parts.parallelStream().map(this::part).flatMap(List::stream).toList();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  // A parallel stream hands an exception on as it is, or as the cause of one of its kind.
  private static JournalException unwrapped(CompletionException e) {
    Throwable cause = e;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof JournalException known
        ? new JournalException(String.valueOf(known.getMessage()), known)
        : new JournalException("the rows could not be read", cause);
  }

  private List<CheckedRow> part(List<Long> seqs) {
    List<SealedRow> rows;
    try (JournalSnapshot snapshot = store.snapshot()) {
      rows = snapshot.rows(seqs);
    } catch (JournalException e) {
      throw new CompletionException(e);
    }
    return rows.stream().map(check::check).toList();
  }
}
