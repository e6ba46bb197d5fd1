package org.parley.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends writes that hang: a peer that does not read would otherwise hold our thread for ever, since
 * a socket has a time limit for reading only. Closing the socket frees the writer.
 */
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

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

  /** Closes this in {@code millis}, unless the future is cancelled before; at once once closed. */
  Future<?> closeIn(long millis, Closeable what) {
    try {
      return timer.schedule(() -> closeNow(what), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The owner is gone: the writer fails, and its session ends in order, noted as lost.
      closeNow(what);
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void closeNow(Closeable what) {
    try {
      what.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // kept in the future; the writer fails by itself
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
