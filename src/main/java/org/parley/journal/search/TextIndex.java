package org.parley.journal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which messages contain which part of a text: segments for most, and for the newest, which are not
 * in a segment yet, the texts themselves. A text has the number of its slot.
 *
 * <p>Not thread-safe, but for {@link #seal()} and {@link #purge()}: each is run by one thread at a
 * time beside the others' calls, and takes the lock only to look and to put the result in place.
 */
final class TextIndex {
  /** How many texts make a segment of level 0. */
  static final int TEXTS = 1024;

  /** How many segments of one level make one of the next. */
  static final int FAN = 8;

  /** The highest level: 65,536 texts. */
  static final int TOP_LEVEL = 2;

  /** Units of the texts that are not in a segment yet: with more, fewer texts make one. */
  private static final int MOST_UNITS = 512 * 1024;

  private static final OpenText GONE = new OpenText("", "");

  private final Object lock;
  private List<Segment> segments = List.of();
  private int firstOpen;
  private final List<OpenText> open = new ArrayList<>();
  private long openUnits;
  private final TreeSet<Integer> gone = new TreeSet<>();

  /** What is there at one time. */
  record Snapshot(List<Segment> segments, int firstOpen, List<OpenText> open) {}

  /** A text that is in no segment yet, and what it folds to. */
  record OpenText(String text, String folded) {
    static OpenText of(String text) {
      String folded = Folding.fold(text);
      return new OpenText(text, folded.equals(text) ? text : folded); // one string is enough
    }

    /** What it counts: a text may fold to nothing. */
    int units() {
      return Math.max(text.length(), folded.length());
    }

    boolean isEmpty() {
      return text.isEmpty();
    }
  }

  TextIndex(Object lock) {
    this.lock = lock;
  }

  /** Goes on from segments that were saved. */
  void restore(List<Segment> saved) {
    segments = List.copyOf(saved);
    Segment last = saved.isEmpty() ? null : saved.get(saved.size() - 1);
    firstOpen = last == null ? 0 : last.first() + last.limit();
  }

  /** The slot of the first text that is not in a segment. */
  int firstOpen() {
    return firstOpen;
  }

  /** The text of the next slot. */
  void add(String text) {
    OpenText added = OpenText.of(text);
    open.add(added);
    openUnits += added.units();
  }

  /** A slot without a text. */
  void addNothing() {
    open.add(GONE);
  }

  /** The text of that slot is to be forgotten. */
  void remove(int slot) {
    if (slot < firstOpen) {
      gone.add(slot);
    } else {
      openUnits -= open.get(slot - firstOpen).units();
      open.set(slot - firstOpen, GONE);
    }
  }

  Snapshot snapshot() {
    return new Snapshot(segments, firstOpen, List.copyOf(open));
  }

  List<Segment> segments() {
    return segments;
  }

  /** Whether {@link #seal()} or {@link #purge()} has something to do. */
  boolean hasWork() {
    return isFull() || !gone.isEmpty();
  }

  /** Whether a text that was removed is in a segment still; to be asked with the lock held. */
  boolean hasGone() {
    return !gone.isEmpty();
  }

  private boolean isFull() {
    return open.size() >= TEXTS || openUnits >= MOST_UNITS;
  }

  /** Makes segments of what is enough for one, and few segments of many. */
  void seal() {
    while (true) {
      List<OpenText> texts;
      int first;
      synchronized (lock) {
        if (!isFull()) {
          return;
        }
        texts = List.copyOf(open.subList(0, enough()));
        first = firstOpen;
      }
      Segment segment = SegmentWriter.of(first, texts.stream().map(OpenText::folded).toList());
      synchronized (lock) {
        // A text that was removed meanwhile is in the segment, and has to be taken out of it.
        for (int i = 0; i < texts.size(); i++) {
          if (!texts.get(i).isEmpty() && open.get(i).isEmpty()) {
            gone.add(first + i);
            openUnits += texts.get(i).units();
          }
          openUnits -= texts.get(i).units();
        }
        open.subList(0, texts.size()).clear();
        firstOpen = first + texts.size();
        replace(List.of(), List.of(segment));
      }
      merge();
    }
  }

  private int enough() {
    int count = 0;
    long units = 0;
    while (count < open.size() && count < TEXTS && units < MOST_UNITS) {
      units += open.get(count++).units();
    }
    return count;
  }

  private void merge() {
    for (int level = 0; level < TOP_LEVEL; level++) {
      List<Segment> last;
      synchronized (lock) {
        last = lastOf(level);
      }
      if (last.size() < FAN) {
        return;
      }
      Segment merged = SegmentWriter.merged(last);
      synchronized (lock) {
        replace(last, List.of(merged));
      }
    }
  }

  private List<Segment> lastOf(int level) {
    int from = segments.size();
    while (from > 0 && segments.get(from - 1).level() == level) {
      from--;
    }
    return segments.subList(from, Math.min(segments.size(), from + FAN));
  }

  /** Takes removed texts out of the segments that say something of them; false where none is. */
  boolean purge() {
    boolean any = false;
    while (true) {
      Segment segment;
      int[] texts;
      synchronized (lock) {
        if (gone.isEmpty()) {
          return any;
        }
        any = true;
        segment = segmentOf(gone.first());
        int first = segment.first();
        texts =
            gone.subSet(first, first + segment.limit()).stream().mapToInt(s -> s - first).toArray();
      }
      Segment without = SegmentWriter.without(segment, texts);
      synchronized (lock) {
        replace(List.of(segment), List.of(without));
        for (int text : texts) {
          gone.remove(segment.first() + text);
        }
      }
    }
  }

  private Segment segmentOf(int slot) {
    for (Segment segment : segments) {
      if (slot < segment.first() + segment.limit()) {
        return segment;
      }
    }
    throw new IllegalStateException("a text that is in no segment");
  }

  // Segments are in the order of their messages.
  private void replace(List<Segment> old, List<Segment> fresh) {
    List<Segment> all = new ArrayList<>(segments);
    int at = old.isEmpty() ? all.size() : all.indexOf(old.get(0));
    all.subList(at, at + old.size()).clear();
    all.addAll(at, fresh);
    segments = List.copyOf(all);
  }
}
