package org.parley.journal;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of the journal.
 *
 * @param wall for the time of local rows
 * @param nanos monotonic, for how often an anchor is written
 */
public record JournalClock(InstantSource wall, LongSupplier nanos) {
  /** The computer's. */
  public static JournalClock system() {
    return new JournalClock(InstantSource.system(), System::nanoTime);
  }
}
