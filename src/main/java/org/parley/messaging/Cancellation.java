package org.parley.messaging;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a user give up what runs on another thread. Cancelling closes the socket: interrupting does
 * not free a thread from a read. Safe for use by several threads.
 */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Runs what was registered, and whatever is registered from now on. */
  public void cancel() {
    List<Runnable> now;
    synchronized (this) {
      cancelled = true;
      now = List.copyOf(actions);
      actions.clear();
    }
    now.forEach(Runnable::run);
  }

  /** Whether {@link #cancel} was called. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** What was registered and is to be forgotten once the work is over. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Registers what ends the work; runs it at once where already cancelled.
   *
   * @return forgets it: who outlives the work would otherwise collect all that was ever registered
   */
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return () -> forget(action);
      }
    }
    action.run();
    return () -> {};
  }

  private synchronized void forget(Runnable action) {
    actions.remove(action);
  }

  /** How many actions are registered. */
  synchronized int registered() {
    return actions.size();
  }
}
