package org.parley.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The corpus for benchmarks of other packages. */
public final class BenchTexts {
  private BenchTexts() {}

  /** Shows each text, in order. */
  public static void each(int messages, Consumer<String> each) {
    Corpus corpus = new Corpus(Corpus.SEED, messages);
    for (int i = 0; i < messages; i++) {
      each.accept(corpus.next().text());
    }
  }

  /** Queries by kind, 200 of each. */
  public static Map<String, List<String>> queries(int messages) {
    return new Queries(messages).all(200);
  }
}
