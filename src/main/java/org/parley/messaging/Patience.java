package org.parley.messaging;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a message is tried before it is given up: for ever, until somebody sets a time. It is
 * asked after a try that failed, so that a clock that jumped never gives a message up untried. Safe
 * for use by several threads.
 */
final class Patience {
  private volatile @Nullable Duration longest;

  /** From now on so long; null for ever. */
  void set(@Nullable Duration longest) {
    this.longest = longest;
  }

  /** When the time of a message is over; null: never. */
  @Nullable Instant end(OutboxItem item) {
    Duration now = longest;
    return now == null || !item.keepTrying() ? null : item.since().plus(now);
  }

  /** Whether it is over by now. */
  boolean isOver(OutboxItem item, Instant now) {
    Instant end = end(item);
    return end != null && !now.isBefore(end);
  }

  /** The failure of a message whose time is over, after this last one. */
  static Failure over(OutboxItem item, Instant now, Failure last) {
    return Failure.givenUp(Duration.between(item.since(), now).toHours(), last);
  }
}
