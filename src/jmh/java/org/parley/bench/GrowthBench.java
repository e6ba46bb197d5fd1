package org.parley.bench;

import java.nio.file.Files;
import java.util.Locale;
import org.parley.journal.Journal;

/**
 * A journal of very many messages, with all rows that the classic protocol leaves of each: makes
 * it, opens it, pages through it. To be run with the heap that a user has ({@code -Xmx256m}).
 *
 * <p>Arguments: messages (1,000,000).
 */
public final class GrowthBench {
  private GrowthBench() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    BenchProfile profile = new BenchProfile(messages, ClassicRows.COUNT - 1);
    Stopwatch watch = new Stopwatch();
    try (BenchProfile.Opened opened = profile.open()) {
      watch.lap("made, where it was not, and opened");
      Journal journal = opened.journal();
      long bytes = Files.size(profile.folder().resolve("journal.mv.db"));
      System.out.printf(
          Locale.ROOT,
          "%,d messages, %,d rows, %,d MB, heap of at most %,d MB%n",
          messages,
          journal.size(),
          bytes >> 20,
          Runtime.getRuntime().maxMemory() >> 20);
      journal.read(journal.size() - 100, 100);
      journal.read(journal.size() / 2, 100);
      watch.lap("two pages read");
    }
    watch.lap("closed");
  }
}
