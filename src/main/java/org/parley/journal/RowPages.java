package org.parley.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Rows in the order of their seqs, checked, page by page: while a page is checked by the other
 * processors, this thread reads the next ones, and helps where it would only wait. A few pages are
 * in memory at a time. For one thread.
 */
final class RowPages implements AutoCloseable {
  /** How many pages wait to be checked: enough to keep every processor at work. */
  private static final int AHEAD = 8;

  private static final int PAGE = JournalSnapshot.PAGE;

  private final JournalSnapshot snapshot;
  private final RowCheck check;
  private final long before;
  private final Deque<FutureTask<List<CheckedRow>>> pages = new ArrayDeque<>();
  private final ExecutorService others;
  private long next;
  private boolean all;

  /** The rows from one seq, included, to before another. */
  RowPages(JournalSnapshot snapshot, RowCheck check, long from, long before) {
    this.snapshot = snapshot;
    this.check = check;
    this.next = from;
    this.before = before;
    this.others =
        Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            task -> {
              Thread thread = new Thread(task, "parley-row-check");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The next rows; empty after the last. */
  List<CheckedRow> next() throws JournalException {
    while (!all && pages.size() < AHEAD) {
      readOne();
    }
    FutureTask<List<CheckedRow>> first = pages.poll();
    if (first == null) {
      return List.of();
    }
    first.run(); // does nothing where another thread has begun
    for (FutureTask<List<CheckedRow>> later : pages) {
      if (first.isDone()) {
        break;
      }
      later.run();
    }
    return result(first);
  }

  private void readOne() throws JournalException {
    List<SealedRow> rows = next >= before ? List.of() : snapshot.rows(next, PAGE);
    all = rows.isEmpty() || rows.get(rows.size() - 1).seq() >= before - 1;
    if (rows.isEmpty()) {
      return;
    }
    next = rows.get(rows.size() - 1).seq() + 1;
    FutureTask<List<CheckedRow>> page =
        new FutureTask<>(
            () -> rows.stream().filter(r -> r.seq() < before).map(check::check).toList());
    pages.add(page);
    others.execute(page);
  }

  private static List<CheckedRow> result(FutureTask<List<CheckedRow>> page)
      throws JournalException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return page.get();
        } catch (InterruptedException e) {
          interrupted = true; // it is a matter of milliseconds
        } catch (ExecutionException e) {
          throw new JournalException("the rows could not be checked", e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the other threads; what they have begun they finish, and nobody is told. */
  @Override
  public void close() {
    others.shutdownNow();
  }
}
