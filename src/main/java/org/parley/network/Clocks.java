package org.parley.network;

import org.parley.session.Now;

/**
 * The two clocks of a connection, read together: wall time, which PDUs are stamped with, and
 * monotonic time, which deadlines are counted in. A seam: tests move both by hand.
 */
@FunctionalInterface
public interface Clocks {
  /** Both clocks, now. */
  Now now();

  /** The machine's clocks. */
  static Clocks system() {
    return () -> new Now(System.currentTimeMillis(), System.nanoTime() / 1_000_000);
  }
}
