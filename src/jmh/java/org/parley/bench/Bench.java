package org.parley.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * All comparisons in one run: each in interleaved rounds, ours and theirs. Prints a table, how cost
 * grows, and a line {@code ratio NAME VALUE GOAL} for each.
 *
 * <p>Arguments: labels of the rows to run, and {@code growth}; none for all.
 */
public final class Bench {
  /** One row's result. */
  private record Result(Comparison row, Row ran, Medians medians, String note, double seconds) {}

  private Bench() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    List<String> wanted = Arrays.stream(args).filter(a -> !a.isBlank()).toList();
    long begin = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, heap of at most %,d MB%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    Corpora.prepare(wanted);
    List<Result> results = new ArrayList<>();
    try {
      for (Comparison row : Comparison.values()) {
        if (wanted.isEmpty() || wanted.contains(row.label)) {
          run(row, results);
        }
      }
      if (wanted.isEmpty() || wanted.contains("growth")) {
        Growth.run();
      }
    } finally {
      Searched.closeAll();
    }
    for (Result result : results) {
      System.out.printf(
          Locale.ROOT,
          "ratio %s %.2f %.1f%n",
          result.row().label,
          result.medians().ratio(),
          result.row().goal);
    }
    System.out.printf(Locale.ROOT, "%nAll of it took %.0f s.%n", Scratch.since(begin));
    System.exit(0); // whatever threads are left have nothing more to do
  }

  private static void run(Comparison comparison, List<Result> results) throws Exception {
    long begin = System.nanoTime();
    try (Row row = comparison.maker.open()) {
      if (row == null) {
        System.out.printf("%-20s cannot be run on this machine%n", comparison.label);
        return;
      }
      List<Lap> laps = new ArrayList<>();
      for (int i = 0; i < row.warmUps(); i++) {
        row.round();
      }
      for (int i = 0; i < row.rounds(); i++) {
        laps.add(row.round());
      }
      if (results.isEmpty()) {
        heading();
      }
      Result result =
          new Result(comparison, row, Medians.of(laps), row.note(), Scratch.since(begin));
      results.add(result);
      print(result);
    }
  }

  private static void heading() {
    System.out.printf(
        "%n%-20s %12s %12s   %5s %13s %5s %7s %5s   %s%n",
        "", "ours", "theirs", "ratio", "spread", "goal", "", "took", "what | against what");
  }

  private static void print(Result result) {
    Medians medians = result.medians();
    int pieces = result.ran().pieces();
    System.out.printf(
        Locale.ROOT,
        "%-20s %12s %12s   %5.2f %5.2f .. %5.2f %5.1f %7s %3.0f s   %s%n",
        result.row().label,
        time(medians.ours() / pieces),
        time(medians.theirs() / pieces),
        medians.ratio(),
        medians.least(),
        medians.most(),
        result.row().goal,
        medians.ratio() >= result.row().goal ? "" : "missed",
        result.seconds(),
        result.ran().what());
    if (!result.note().isEmpty()) {
      System.out.printf("%-20s %s%n", "", result.note());
    }
  }

  /** A time in the unit that suits it. */
  static String time(double seconds) {
    double micros = seconds * 1e6;
    return micros < 1_000
        ? String.format(Locale.ROOT, "%.1f us", micros)
        : micros < 1_000_000
            ? String.format(Locale.ROOT, "%.2f ms", micros / 1e3)
            : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
