package org.parley.journal.search;

import java.util.List;

/** What the program has: see {@link TextIndex}. */
final class PostingShape implements Shape {
  private final TextIndex index = new TextIndex(new Object());

  @Override
  public String name() {
    return "posting lists, gaps in Rice code";
  }

  @Override
  public void build(List<String> folded) {
    for (String text : folded) {
      index.add(text);
      if (index.hasWork()) {
        index.seal();
      }
    }
  }

  @Override
  public long heap() {
    return index.segments().stream().mapToLong(Segment::heap).sum();
  }

  @Override
  public void find(String part, Visitor visitor) {
    List<Segment> segments = index.segments();
    for (int i = segments.size() - 1; i >= 0; i--) {
      int[] found = segments.get(i).mayContain(part);
      for (int at = found.length - 1; at >= 0; at--) {
        if (!visitor.candidate(segments.get(i).first() + found[at])) {
          return;
        }
      }
    }
  }
}
