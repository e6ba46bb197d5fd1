package org.parley.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several laps, and how far they lie apart. */
record Medians(double ours, double theirs, double ratio, double least, double most) {

  static Medians of(List<Lap> laps) {
    return new Medians(
        at(laps, 0.5, Lap::ours),
        at(laps, 0.5, Lap::theirs),
        at(laps, 0.5, Lap::ratio),
        at(laps, 0, Lap::ratio),
        at(laps, 1, Lap::ratio));
  }

  private static double at(List<Lap> laps, double share, ToDoubleFunction<Lap> value) {
    double[] sorted = laps.stream().mapToDouble(value).sorted().toArray();
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
