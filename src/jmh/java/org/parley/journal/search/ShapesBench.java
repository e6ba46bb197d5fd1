package org.parley.journal.search;

import java.util.ArrayList;
import java.util.List;
import org.parley.bench.BenchTexts;

/**
 * What each shape takes in memory, how long it looks for the candidates of a first page, and how
 * many rows are then read in vain. Argument: messages (1,000,000). Needs some gigabytes of heap.
 */
public final class ShapesBench {
  private static final int PAGE = 50;

  private ShapesBench() {}

  /** Runs it. */
  public static void main(String[] args) {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    List<String> folded = new ArrayList<>(messages);
    BenchTexts.each(messages, text -> folded.add(Folding.fold(text)));
    List<Shape> shapes =
        List.of(
            new PostingShape(),
            new SignatureShape(8, 5),
            new SignatureShape(12, 8),
            new SlicedShape(512, 3),
            new SlicedShape(1024, 4));
    for (Shape shape : shapes) {
      long begin = System.nanoTime();
      shape.build(folded);
      System.out.printf(
          "%s: %.1f bytes a message, made in %.1f s%n",
          shape.name(), shape.heap() / (double) messages, (System.nanoTime() - begin) / 1e9);
      BenchTexts.queries(messages)
          .forEach((kind, queries) -> measure(shape, folded, kind, queries));
    }
  }

  private static void measure(Shape shape, List<String> folded, String kind, List<String> queries) {
    List<Double> times = new ArrayList<>();
    List<Integer> vain = new ArrayList<>();
    for (int round = 0; round < 2; round++) { // the first one warms up
      times.clear();
      vain.clear();
      for (String query : queries) {
        String part = Folding.fold(query);
        if (part.length() < Trigrams.UNITS) {
          return; // only posting lists can do that at all
        }
        int[] hitsAndOthers = new int[2];
        long begin = System.nanoTime();
        shape.find(
            part,
            text -> {
              hitsAndOthers[folded.get(text).contains(part) ? 0 : 1]++;
              return hitsAndOthers[0] < PAGE;
            });
        times.add((System.nanoTime() - begin) / 1e6);
        vain.add(hitsAndOthers[1]);
      }
    }
    times.sort(null);
    vain.sort(null);
    int p50 = times.size() / 2;
    int p95 = times.size() * 95 / 100;
    System.out.printf(
        "  %-24s p50 %8.3f ms  p95 %8.3f ms   rows read in vain: p50 %6d  p95 %6d%n",
        kind, times.get(p50), times.get(p95), vain.get(p50), vain.get(p95));
  }
}
