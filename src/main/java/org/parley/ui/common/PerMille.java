package org.parley.ui.common;

import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.journal.Progress;

/** Tells of each per mille of a long work, once, and ends it where the user wants that. */
public final class PerMille implements Progress {
  /** All of it. */
  public static final int WHOLE = 1000;

  /** Who is told. */
  @FunctionalInterface
  public interface Follower {
    /** So much of so much is done; on the thread that works. */
    void at(long done, long total);
  }

  private final Follower follower;
  private final AtomicBoolean cancelled;
  private int told = -1;

  /**
   * Begins with nothing told.
   *
   * @param cancelled set, by any thread, where it is to end
   */
  public PerMille(Follower follower, AtomicBoolean cancelled) {
    this.follower = follower;
    this.cancelled = cancelled;
  }

  /** How many thousandths that is; 0 where it is not known of how much. */
  public static int of(long done, long total) {
    return total == 0 ? 0 : (int) (done * WHOLE / total);
  }

  @Override
  public void at(long done, long total) {
    int now = of(done, total);
    if (now != told) {
      told = now;
      follower.at(done, total);
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled.get();
  }
}
