package org.parley.journal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * For a run of messages: which trigram is in which of their texts. Unchanging; any thread.
 *
 * <p>Messages are counted from the segment's first, so that their numbers fit 16 bits.
 */
final class Segment {
  private static final int[] NONE = {};

  private final int first;
  private final int limit;
  private final int level;
  private final List<PostingBlock> blocks;

  Segment(int first, int limit, int level, List<PostingBlock> blocks) {
    if (limit < 1 || limit > 1 << 16) {
      throw new IllegalArgumentException("a segment has 1 to 65,536 messages");
    }
    this.first = first;
    this.limit = limit;
    this.level = level;
    this.blocks = List.copyOf(blocks);
  }

  /** The slot of the first message. */
  int first() {
    return first;
  }

  /** How many messages. */
  int limit() {
    return limit;
  }

  /** How often it was made of several. */
  int level() {
    return level;
  }

  List<PostingBlock> blocks() {
    return blocks;
  }

  SegmentEntries entriesFrom(long key) {
    int block = 0;
    int high = blocks.size();
    // The last block that does not begin above the key.
    while (high - block > 1) {
      int middle = (block + high) >>> 1;
      if (blocks.get(middle).firstKey() <= key) {
        block = middle;
      } else {
        high = middle;
      }
    }
    return new SegmentEntries(this, blocks, block, key);
  }

  /**
   * The messages whose text may contain that part: all that do, and with more than three units some
   * that do not. Rising; the caller does not change it.
   */
  int[] mayContain(String foldedPart) {
    return foldedPart.length() < Trigrams.UNITS ? beginning(foldedPart) : withAll(foldedPart);
  }

  private int[] withAll(String foldedPart) {
    List<SegmentEntries> lists = new ArrayList<>();
    for (long trigram : Trigrams.within(foldedPart)) {
      SegmentEntries entries = entriesFrom(trigram);
      if (!entries.next() || entries.key() != trigram) {
        return NONE;
      }
      lists.add(entries);
    }
    // The rarest first: what is not in it need not be looked for in the others.
    lists.sort(Comparator.comparingInt(SegmentEntries::count));
    int[] all = lists.get(0).texts();
    int left = all.length;
    for (int i = 1; i < lists.size() && left > 0; i++) {
      left = keep(all, left, lists.get(i).texts());
    }
    return left == all.length ? all : Arrays.copyOf(all, left);
  }

  private static int keep(int[] all, int count, int[] others) {
    int kept = 0;
    int other = 0;
    for (int i = 0; i < count; i++) {
      int wanted = all[i];
      while (other < others.length && others[other] < wanted) {
        other++;
      }
      if (other == others.length) {
        break;
      }
      if (others[other] == wanted) {
        all[kept++] = wanted;
      }
    }
    return kept;
  }

  private int[] beginning(String foldedPart) {
    long highest = Trigrams.highest(foldedPart);
    SegmentEntries entries = entriesFrom(Trigrams.lowest(foldedPart));
    long[] bits = new long[(limit + 63) >>> 6];
    int[] texts = new int[limit];
    while (entries.next() && entries.key() <= highest) {
      entries.read(0, texts, 0);
      for (int i = 0; i < entries.count(); i++) {
        bits[texts[i] >>> 6] |= 1L << texts[i];
      }
    }
    int count = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        texts[count++] = word << 6 | Long.numberOfTrailingZeros(left);
      }
    }
    return Arrays.copyOf(texts, count);
  }

  /** Bytes of heap, nearly. */
  long heap() {
    long sum = 64;
    for (PostingBlock block : blocks) {
      sum += block.heap();
    }
    return sum;
  }
}
