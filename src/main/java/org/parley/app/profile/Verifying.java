package org.parley.app.profile;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.journal.StateCheck;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;

/**
 * The whole verification of an open profile's journal: by itself now and then ({@link Upkeep}),
 * when the user asks, and before an export. One runs at a time; whoever asks meanwhile waits for
 * that one's result. It writes nothing; what it found is among the journal's findings afterwards.
 *
 * <p>Safe for use by several threads; {@link #run} takes minutes, the others do not wait.
 */
public final class Verifying implements AutoCloseable {
  /** What is known of the whole journal. */
  public enum Verdict {
    /** None ran since the start, or the last one was cancelled or found something. */
    NONE,
    /** One runs. */
    RUNNING,
    /** The last one found nothing that is not accepted. */
    CLEAN
  }

  /** How far the one that runs has come: that many rows of that many; 0 of 0 where none runs. */
  public record Step(long done, long total) {
    int percent() {
      return total == 0 ? 0 : (int) (done * 100 / total);
    }
  }

  private static final Step NONE = new Step(0, 0);
  private static final long LOOK_MILLIS = 100;

  private final Journal journal;
  private final StateCheck seals;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Run running;
  private boolean closed;
  private volatile Verdict verdict = Verdict.NONE;
  private volatile Step step = NONE;

  Verifying(Journal journal, StateCheck seals) {
    this.journal = journal;
    this.seals = seals;
  }

  /** What is known of the whole journal. */
  public Verdict verdict() {
    return verdict;
  }

  /** How far the one that runs has come. */
  public Step step() {
    return step;
  }

  /**
   * Calls the listener after each change of {@link #verdict} and with each per cent of {@link
   * #step}, on the thread that verifies.
   */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Verifies all rows that there are now, and perhaps later ones.
   *
   * @param progress of whoever asks; where another's verification is waited for, cancelling ends
   *     only the wait
   * @return null where it was cancelled
   * @throws JournalException where the database could not be read
   */
  public @Nullable Verification run(Progress progress) throws JournalException {
    long rows = journal.size();
    while (true) {
      Run mine = new Run(rows, progress);
      Run other = begin(mine);
      if (other == null) {
        return verify(mine);
      }
      Verification result = await(other, progress);
      if (result == null || other.rows >= rows) {
        return result;
      }
    }
  }

  // Null where the new one is to run; else the one that runs already.
  private synchronized @Nullable Run begin(Run fresh) {
    if (running != null) {
      return running;
    }
    fresh.cancelled = closed;
    running = fresh;
    return null;
  }

  private @Nullable Verification verify(Run mine) throws JournalException {
    Verification result = null;
    try {
      now(Verdict.RUNNING);
      result = mine.cancelled() ? null : new Verifier(journal, seals).run(mine);
      if (result != null) {
        journal.report(result.findings(), result.unlisted() > 0);
      }
      return result;
    } catch (JournalException e) {
      mine.result.completeExceptionally(e);
      throw e;
    } finally {
      synchronized (this) {
        running = null;
        notifyAll();
      }
      mine.result.complete(result);
      step = NONE;
      now(result != null && result.ok() ? Verdict.CLEAN : Verdict.NONE);
    }
  }

  private static @Nullable Verification await(Run other, Progress progress)
      throws JournalException {
    while (!progress.cancelled()) {
      try {
        return other.result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        progress.at(other.done, other.total);
      } catch (ExecutionException e) {
        throw new JournalException("the verification that ran already could not go on", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }

  /** Ends the one that runs, if any: whoever waits for it is told that it was cancelled. */
  public synchronized void cancel() {
    if (running != null) {
      running.cancelled = true;
    }
  }

  private void now(Verdict next) {
    verdict = next;
    listeners.forEach(Runnable::run);
  }

  /** Ends the one that runs, waits until it has let go of the journal, and lets no other begin. */
  @Override
  public synchronized void close() {
    closed = true;
    cancel();
    boolean interrupted = false;
    while (running != null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the journal's keys are wiped after this: it must have ended
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One verification, watched by whoever began it and by all who wait for it. */
  private final class Run implements Progress {
    private final long rows;
    private final Progress progress;
    private final CompletableFuture<@Nullable Verification> result = new CompletableFuture<>();
    private volatile long done;
    private volatile long total;
    private volatile boolean cancelled;

    Run(long rows, Progress progress) {
      this.rows = rows;
      this.progress = progress;
    }

    @Override
    public void at(long rowsDone, long rowsTotal) {
      done = rowsDone;
      total = rowsTotal;
      Step before = step;
      step = new Step(rowsDone, rowsTotal);
      progress.at(rowsDone, rowsTotal);
      if (before.percent() != step.percent()) {
        listeners.forEach(Runnable::run);
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled || progress.cancelled();
    }
  }
}
