package org.parley.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl+C or SIGTERM, as something that a command can wait for and that work under way can be ended
 * by. Once given it stays given. Safe for use by several threads.
 */
public final class StopSignal {
  private final CountDownLatch given = new CountDownLatch(1);
  private final List<Runnable> actions = new ArrayList<>();

  /** Asks the command to end; runs what was registered. */
  public void give() {
    List<Runnable> now;
    synchronized (this) {
      given.countDown();
      now = List.copyOf(actions);
      actions.clear();
    }
    now.forEach(Runnable::run);
  }

  /** Whether the command is to end. */
  public boolean isGiven() {
    return given.getCount() == 0;
  }

  /** Registers what ends the work; runs it at once where the signal was given. */
  public void onStop(Runnable action) {
    synchronized (this) {
      if (!isGiven()) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}
