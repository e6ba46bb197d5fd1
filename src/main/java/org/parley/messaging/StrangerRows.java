package org.parley.messaging;

/**
 * Keeps hostile peers from filling the disk: rows of at most {@link #MOST_AN_HOUR} unauthenticated
 * connections an hour are kept; beyond, one local row a minute counts the rest. Safe for use by
 * several threads.
 */
final class StrangerRows {
  static final int MOST_AN_HOUR = 600;
  static final long HOUR_MILLIS = 3_600_000;
  static final long COUNT_EVERY_MILLIS = 60_000;

  /** What to do with the rows of a connection. */
  enum Decision {
    /** Write them. */
    WRITE,
    /** Drop them; they are counted. */
    COUNT,
    /** Drop them, and write {@link #takeCount} now. */
    COUNT_AND_TELL
  }

  private long hourBegan;
  private boolean begun;
  private int written;
  private long counted;
  private long lastTold;

  synchronized Decision decide(long mono) {
    if (!begun || mono - hourBegan >= HOUR_MILLIS) {
      begun = true;
      hourBegan = mono;
      lastTold = mono - COUNT_EVERY_MILLIS;
      written = 0;
    }
    if (written < MOST_AN_HOUR) {
      written++;
      return Decision.WRITE;
    }
    counted++;
    if (mono - lastTold < COUNT_EVERY_MILLIS) {
      return Decision.COUNT;
    }
    lastTold = mono;
    return Decision.COUNT_AND_TELL;
  }

  /**
   * How many connections were dropped before this one, which is written; 0 where none was, or the
   * minute is not over: the end of a flood is told of, too.
   */
  synchronized long takeLeft(long mono) {
    if (counted == 0 || mono - lastTold < COUNT_EVERY_MILLIS) {
      return 0;
    }
    lastTold = mono;
    return takeCount();
  }

  /** How many connections were dropped since this was last asked. */
  synchronized long takeCount() {
    long count = counted;
    counted = 0;
    return count;
  }
}
