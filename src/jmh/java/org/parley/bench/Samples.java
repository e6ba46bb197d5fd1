package org.parley.bench;

import java.util.Arrays;

/** Times of one thing, in nanoseconds. */
final class Samples {
  private long[] times = new long[64];
  private int count;

  void add(long nanos) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    times[count++] = nanos;
  }

  /** The time that so many of a hundred are not above, in milliseconds. */
  double percentile(int percent) {
    long[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, count * percent / 100)] / 1e6;
  }

  void addAll(Samples others) {
    for (int i = 0; i < others.count; i++) {
      add(others.times[i]);
    }
  }
}
