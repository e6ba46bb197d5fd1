package org.parley.waits;

/**
 * Keeps the event thread from waiting: the doors to disk, network and key derivation call it first,
 * so that a window that would freeze fails at once, in every test that takes that way, instead of
 * freezing where the disk is slow.
 */
public final class Waiting {
  // What the JDK has called its event threads since 1.2; there is no way to ask without AWT.
  private static final String EVENT_THREAD = "AWT-EventQueue";

  private Waiting() {}

  /**
   * Goes on everywhere but on the event thread of a window.
   *
   * @throws IllegalStateException there: a bug of the caller
   */
  public static void begins() {
    if (Thread.currentThread().getName().startsWith(EVENT_THREAD)) {
      throw new IllegalStateException("the event thread must not wait");
    }
  }
}
