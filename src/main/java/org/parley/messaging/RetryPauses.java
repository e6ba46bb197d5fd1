package org.parley.messaging;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long a message waits after a failed try: 5 s, doubled each time, to ten minutes, and a fifth
 * more or less by chance, so that many who wait for one peer do not come at once.
 */
final class RetryPauses {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofMinutes(10);

  /** Above every pause. */
  static final Duration MOST = LONGEST.plus(LONGEST);

  private static final double SPREAD = 0.2;

  private final DoubleSupplier chance;

  /** With a source of numbers from 0 to 1. */
  RetryPauses(DoubleSupplier chance) {
    this.chance = chance;
  }

  /** The pause after this many tries, 1 or more. */
  Duration after(int tries) {
    long millis = FIRST.toMillis() << Math.min(tries - 1, 10);
    double spread = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
    return Duration.ofMillis((long) (Math.min(millis, LONGEST.toMillis()) * spread));
  }
}
