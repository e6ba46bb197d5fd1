package org.parley.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends writes that hang: a peer that does not read would otherwise hold our thread for ever, since
 * a socket has a time limit for reading only. Closing the socket frees the writer.
 *
 * <p>Nearly every write ends in time, so its thread is woken when one may be due, not for each.
 */
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;
  private final Set<Watch> watches = new HashSet<>();
  private @Nullable ScheduledFuture<?> look;
  private long lookAt;
  private boolean closed;

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "parley-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** One write that is watched until this is closed. */
  final class Watch implements AutoCloseable {
    private final long due;
    private final Closeable what;

    private Watch(long due, Closeable what) {
      this.due = due;
      this.what = what;
    }

    @Override
    public void close() {
      synchronized (Watchdog.this) {
        watches.remove(this);
      }
    }
  }

  /** Closes this in {@code millis}, unless the watch is closed before; at once once closed. */
  Watch closeIn(long millis, Closeable what) {
    Watch watch = new Watch(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), what);
    if (!add(watch)) {
      // The owner is gone: the writer fails, and its session ends in order, noted as lost.
      closeNow(what);
    }
    return watch;
  }

  private synchronized boolean add(Watch watch) {
    if (!closed) {
      watches.add(watch);
      lookBy(watch.due);
    }
    return !closed;
  }

  private synchronized void lookBy(long due) {
    if (look != null && lookAt - due <= 0) {
      return;
    }
    if (look != null) {
      look.cancel(false);
    }
    lookAt = due;
    look = timer.schedule(this::closeDue, due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void closeDue() {
    for (Watch watch : takeDue()) {
      timer.execute(() -> closeNow(watch.what)); // each by itself: one that fails stops no other
    }
  }

  private synchronized List<Watch> takeDue() {
    long now = System.nanoTime();
    List<Watch> due = new ArrayList<>();
    List<Long> later = new ArrayList<>();
    for (Watch watch : watches) {
      if (watch.due - now <= 0) {
        due.add(watch);
      } else {
        later.add(watch.due - now);
      }
    }
    due.forEach(watches::remove);
    look = null;
    if (!later.isEmpty() && !closed) {
      lookBy(now + Collections.min(later));
    }
    return closed ? List.of() : due;
  }

  private static void closeNow(Closeable what) {
    try {
      what.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // kept in the future; the writer fails by itself
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.shutdownNow();
  }
}
