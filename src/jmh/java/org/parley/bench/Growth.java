package org.parley.bench;

import java.util.Locale;

/** How cost grows: each line is one thing at two sizes, the second ten times the first. */
final class Growth {
  private Growth() {}

  static void run() throws Exception {
    System.out.printf("%n%-44s %12s %12s   %s%n", "growth", "small", "ten times", "factor");
    GrowthOfMessages.run();
    GrowthOfContacts.run();
    GrowthOfWaiting.run();
    GrowthOfCommits.run();
    System.out.println();
  }

  static void print(String what, double few, double many) {
    System.out.printf(
        Locale.ROOT,
        "%-44s %12s %12s   %.1f%n",
        what,
        Bench.time(few),
        Bench.time(many),
        many / few);
  }

  /** What is measured. */
  interface Work {
    void run() throws Exception;
  }

  /** The median of so many runs, after one that warms up. */
  static double median(int runs, Work work) throws Exception {
    work.run();
    Samples samples = new Samples();
    for (int i = 0; i < runs; i++) {
      long begin = System.nanoTime();
      work.run();
      samples.add(System.nanoTime() - begin);
    }
    return samples.percentile(50) / 1e3;
  }
}
