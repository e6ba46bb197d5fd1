package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Makes, before anything is timed, what is kept from run to run: the journals with their indexes,
 * and SQLite's copy of the texts. The journal and SQLite's copy at once, a processor each.
 */
final class Corpora {
  private Corpora() {}

  static void prepare(List<String> wanted) throws Exception {
    long begin = System.nanoTime();
    boolean all = wanted.isEmpty();
    List<Callable<?>> works = new ArrayList<>();
    if (all || wanted.contains(Comparison.SEARCH_VS_FTS5.label)) {
      works.add(
          () -> {
            new Fts5(SearchRow.MESSAGES).close();
            return null;
          });
    }
    if (all || wanted.stream().anyMatch(w -> w.startsWith("search") || w.equals("growth"))) {
      works.add(
          () -> {
            Searched.of(SearchRow.MESSAGES);
            return Searched.of(SearchGrowthRow.FEW);
          });
    }
    if (!works.isEmpty()) {
      try (Together together = new Together(works.size())) {
        together.run(works);
      }
      System.out.printf(Locale.ROOT, "Corpora made or loaded in %.0f s.%n", Scratch.since(begin));
    }
  }
}
