package org.parley.app.window;

import java.util.ArrayList;
import java.util.List;

/** Something that is so from some moment on. Safe for use by several threads. */
final class Readiness {
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean reached;

  synchronized boolean reached() {
    return reached;
  }

  /** Calls the action then, at once where it is so already. */
  void whenReached(Runnable action) {
    synchronized (this) {
      if (!reached) {
        waiting.add(action);
        return;
      }
    }
    action.run();
  }

  /** From now on it is so. */
  void reach() {
    List<Runnable> now;
    synchronized (this) {
      reached = true;
      now = List.copyOf(waiting);
      waiting.clear();
    }
    now.forEach(Runnable::run);
  }
}
