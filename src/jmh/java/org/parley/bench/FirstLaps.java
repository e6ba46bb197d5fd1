package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The laps of a row that starts as a program does that was just started, so that its note can say
 * what whoever has just started it sees: the rounds that count come after many that warm up.
 */
final class FirstLaps {
  /**
   * Rounds that warm up. A connection runs through many times the code that what it is compared
   * with does, and that is compiled later.
   */
  static final int WARM_UPS = 20;

  private static final int LATER = 4;

  private final int pieces;
  private final List<Lap> laps = new ArrayList<>();

  /** Laps of so many pieces each. */
  FirstLaps(int pieces) {
    this.pieces = pieces;
  }

  /** Takes note of a lap, and returns it. */
  Lap add(Lap lap) {
    laps.add(lap);
    return lap;
  }

  String note() {
    return String.format(
        Locale.ROOT,
        "just started: %s (each of the first %d); %s (of round %d)",
        each(laps.get(0)),
        pieces,
        each(laps.get(LATER)),
        LATER + 1);
  }

  private String each(Lap lap) {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f ms, ratio %.2f",
        lap.ours() / pieces * 1e3,
        lap.theirs() / pieces * 1e3,
        lap.ratio());
  }
}
