package org.parley.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.journal.Progress;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.search.SearchHit;
import org.parley.journal.search.SearchPage;
import org.parley.journal.search.SearchQuery;

/**
 * The first page of a search against SQLite's FTS5 and LIKE, on the same texts, and what the index
 * takes: heap, and time until it can be asked.
 *
 * <p>Arguments: messages (1,000,000), rows beside each message (1), queries of each kind (200).
 */
public final class SearchBench {
  private static final int PAGE = 50;

  private final int messages;
  private final int others;
  private final int each;

  private SearchBench(int messages, int others, int each) {
    this.messages = messages;
    this.others = others;
    this.each = each;
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    new SearchBench(argument(args, 0, 1_000_000), argument(args, 1, 1), argument(args, 2, 200))
        .run();
  }

  private static int argument(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  private void run() throws Exception {
    BenchProfile profile = new BenchProfile(messages, others);
    long begin = System.nanoTime();
    try (BenchProfile.Opened opened = profile.open();
        MessageIndex index = new MessageIndex(opened.journal(), opened.seal(), profile.texts())) {
      index.build(Progress.NONE);
      System.out.printf("made or loaded the first time: %.1f s%n", since(begin));
      BenchProfile.awaitTexts(index);
      System.out.printf(
          "copies of texts after %.1f s, %,d bytes%n", since(begin), Files.size(profile.texts()));
    }
    try (BenchProfile.Opened opened = profile.open()) {
      System.out.printf(
          "%,d messages, %,d rows, heap of at most %,d MB%n",
          messages, opened.journal().size(), Runtime.getRuntime().maxMemory() >> 20);
      begin = System.nanoTime();
      long with;
      try (MessageIndex index =
          new MessageIndex(opened.journal(), opened.seal(), profile.texts())) {
        index.build(Progress.NONE);
        System.out.printf("ready after %.2f s%n", since(begin));
        try (Fts5 fts5 = new Fts5(messages)) {
          compare(index, fts5);
        }
        with = used();
      }
      // The database's cache is full by now, and is there with and without the index.
      System.out.printf("heap: %.1f bytes a message%n", (with - used()) / (double) messages);
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  // What is reachable, after the collector was asked until it finds no more.
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private void compare(MessageIndex index, Fts5 fts5) throws Exception {
    Map<String, List<String>> queries = new Queries(messages).all(each);
    for (List<String> kind : queries.values()) {
      for (String query : kind.subList(0, Math.min(40, each))) {
        ours(index, query); // warms up
        fts5.find(query, PAGE);
      }
    }
    System.out.printf(
        "%-24s %9s %9s %9s %9s %7s %7s%n",
        "first page of " + PAGE, "ours p50", "ours p95", "SQL p50", "SQL p95", "r50", "r95");
    Samples oursLong = new Samples();
    Samples theirsLong = new Samples();
    Samples oursShort = new Samples();
    Samples theirsShort = new Samples();
    for (Map.Entry<String, List<String>> kind : queries.entrySet()) {
      Samples ours = new Samples();
      Samples theirs = new Samples();
      for (String query : kind.getValue()) {
        long begin = System.nanoTime();
        List<Integer> found = ours(index, query);
        long middle = System.nanoTime();
        List<Integer> right = fts5.find(query, PAGE);
        theirs.add(System.nanoTime() - middle);
        ours.add(middle - begin);
        if (!found.equals(right)) {
          System.out.printf("DIFFERENT for \"%s\": %d and %d%n", query, found.size(), right.size());
        }
      }
      print(kind.getKey(), ours, theirs);
      boolean isShort = kind.getKey().startsWith("1") || kind.getKey().startsWith("2");
      (isShort ? oursShort : oursLong).addAll(ours);
      (isShort ? theirsShort : theirsLong).addAll(theirs);
    }
    print("all against LIKE", oursShort, theirsShort);
    print("all against FTS5", oursLong, theirsLong);
    oursLong.addAll(oursShort);
    System.out.printf("all ours: p95 %.2f ms%n", oursLong.percentile(95));
  }

  private static void print(String kind, Samples ours, Samples theirs) {
    System.out.printf(
        "%-24s %9.2f %9.2f %9.2f %9.2f %7.2f %7.2f%n",
        kind,
        ours.percentile(50),
        ours.percentile(95),
        theirs.percentile(50),
        theirs.percentile(95),
        theirs.percentile(50) / ours.percentile(50),
        theirs.percentile(95) / ours.percentile(95));
  }

  // Pages until one is full, as a short one is not what a user waits for.
  private List<Integer> ours(MessageIndex index, String query) throws Exception {
    var search = index.search(SearchQuery.of(query));
    List<Integer> found = new ArrayList<>();
    SearchPage page;
    do {
      page = search.next(PAGE - found.size());
      for (SearchHit hit : page.hits()) {
        found.add((int) ((hit.message().seq() - others(hit)) / (others + 1)));
      }
    } while (page.more() && found.size() < PAGE);
    return found;
  }

  private long others(SearchHit hit) {
    return hit.message().seq() % (others + 1);
  }
}
