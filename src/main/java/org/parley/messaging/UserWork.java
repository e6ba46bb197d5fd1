package org.parley.messaging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What users have under way on their own threads, so that closing ends it in order: it would
 * otherwise go on over secrets that are wiped and a journal that is closed. Safe for use by several
 * threads.
 */
final class UserWork implements AutoCloseable {
  private static final long CLOSE_SECONDS = 5;

  private final Set<Task> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean closing;

  /** One piece of work, from its begin to its {@link #close}. */
  final class Task implements AutoCloseable {
    private final Cancellation cancel;

    private Task(Cancellation cancel) {
      this.cancel = cancel;
    }

    @Override
    public void close() {
      end(this);
    }
  }

  /** Work that can be ended by this begins; it is ended at once where all is closing. */
  Task begin(Cancellation cancel) {
    Task task = new Task(cancel);
    boolean late;
    synchronized (this) {
      running.add(task);
      late = closing;
    }
    if (late) {
      cancel.cancel();
    }
    return task;
  }

  private synchronized void end(Task task) {
    running.remove(task);
    notifyAll();
  }

  /** Ends all of it, and what begins from now on. */
  void cancelAll() {
    List<Task> now;
    synchronized (this) {
      closing = true;
      now = List.copyOf(running);
    }
    now.forEach(task -> task.cancel.cancel());
  }

  /** As {@link #cancelAll}, and waits a while until it has ended. */
  @Override
  public void close() {
    cancelAll();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
    synchronized (this) {
      try {
        while (!running.isEmpty() && end - System.nanoTime() > 0) {
          TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
