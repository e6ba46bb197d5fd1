package org.parley.bench;

import java.util.List;
import java.util.Locale;

/**
 * The first page of a search for a word or a substring, against SQLite's FTS5 with the trigram
 * tokenizer, on the same texts and queries, each query in turn.
 */
final class SearchRow implements Row {
  static final int MESSAGES = 1_000_000;
  static final int EACH = 50;

  private final Searched ours = Searched.of(MESSAGES);
  private final Fts5 theirs = new Fts5(MESSAGES);
  private final List<String> queries = Searched.queries(MESSAGES, EACH);
  private final Samples allOurs = new Samples();
  private final Samples allTheirs = new Samples();
  private int round = -1;

  SearchRow() throws Exception {}

  @Override
  public String what() {
    return "first 50 hits among 1 million, median | SQLite FTS5, trigram";
  }

  @Override
  public int rounds() {
    return 5;
  }

  @Override
  public Lap round() throws Exception {
    Samples oursNow = new Samples();
    Samples theirsNow = new Samples();
    for (String query : queries) {
      long begin = System.nanoTime();
      List<Integer> found = ours.find(query);
      long middle = System.nanoTime();
      List<Integer> right = theirs.find(query, Searched.PAGE);
      theirsNow.add(System.nanoTime() - middle);
      oursNow.add(middle - begin);
      if (!found.equals(right)) {
        throw new IllegalStateException("not the same hits for \"" + query + '"');
      }
    }
    if (++round > 0) { // the first warms up
      allOurs.addAll(oursNow);
      allTheirs.addAll(theirsNow);
    }
    return new Lap(oursNow.percentile(50) / 1e3, theirsNow.percentile(50) / 1e3);
  }

  @Override
  public String note() {
    return String.format(
        Locale.ROOT,
        "p95 %.2f ms | %.2f ms, ratio %.2f; ready %.1f s after the journal was open",
        allOurs.percentile(95),
        allTheirs.percentile(95),
        allTheirs.percentile(95) / allOurs.percentile(95),
        ours.readyAfter);
  }

  @Override
  public void close() throws Exception {
    theirs.close();
  }
}
