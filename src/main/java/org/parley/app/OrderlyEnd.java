package org.parley.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parley.app.console.StopSignal;

/**
 * Turns SIGINT and SIGTERM into the command's own end: the hook asks it to end, waits until it has
 * closed what it opened, and lets the process leave with the command's exit code instead of the
 * signal's. A command that does not end in time is left; the store survives that.
 */
final class OrderlyEnd {
  private static final long PATIENCE_SECONDS = 20;

  private final StopSignal stop;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int exitCode;

  OrderlyEnd(StopSignal stop) {
    this.stop = stop;
  }

  /** The thread that the runtime starts when the process is to end. */
  Thread hook() {
    return new Thread(this::end, "orderly-end");
  }

  /** The command has ended and closed everything. */
  void reached(int code) {
    exitCode = code;
    ended.countDown();
  }

  private void end() {
    if (ended.getCount() == 0) {
      return; // an ordinary end
    }
    stop.give();
    try {
      if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
