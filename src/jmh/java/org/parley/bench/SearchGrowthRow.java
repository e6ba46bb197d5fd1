package org.parley.bench;

import java.util.List;

/** The same search among 1 million messages against ten times what it takes among 100,000. */
final class SearchGrowthRow implements Row {
  static final int FEW = 100_000;

  private final Searched many = Searched.of(SearchRow.MESSAGES);
  private final Searched few = Searched.of(FEW);
  private final List<String> queriesOfMany = Searched.queries(SearchRow.MESSAGES, SearchRow.EACH);
  private final List<String> queriesOfFew = Searched.queries(FEW, SearchRow.EACH);

  SearchGrowthRow() throws Exception {}

  @Override
  public String what() {
    return "first 50 hits among 1 million, median | ten times that among 100,000";
  }

  @Override
  public int rounds() {
    return 5;
  }

  @Override
  public Lap round() throws Exception {
    return new Lap(median(many, queriesOfMany), 10 * median(few, queriesOfFew));
  }

  private static double median(Searched in, List<String> queries) throws Exception {
    Samples samples = new Samples();
    for (String query : queries) {
      long begin = System.nanoTime();
      in.find(query);
      samples.add(System.nanoTime() - begin);
    }
    return samples.percentile(50) / 1e3;
  }

  @Override
  public void close() {}
}
