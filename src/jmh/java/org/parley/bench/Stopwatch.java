package org.parley.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;

/** Prints how long each lap took, and the most memory that the program used in it. */
final class Stopwatch {
  private long begin = System.nanoTime();

  /** The lap that ends now; its seconds. */
  double lap(String what) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == java.lang.management.MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed();
        pool.resetPeakUsage();
      }
    }
    System.out.printf(Locale.ROOT, "%-50s %9.2f s   heap peak %,d MB%n", what, seconds, peak >> 20);
    begin = System.nanoTime();
    return seconds;
  }
}
