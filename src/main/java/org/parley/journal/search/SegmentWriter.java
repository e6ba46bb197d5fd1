package org.parley.journal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the blocks of a segment, trigram by rising trigram. For one thread. */
final class SegmentWriter {
  private final int first;
  private final int limit;
  private final int level;
  private final List<PostingBlock> blocks = new ArrayList<>();
  private byte[] bytes = new byte[PostingBlock.SIZE + 1024];
  private int length;
  private long lastKey;

  SegmentWriter(int first, int limit, int level) {
    this.first = first;
    this.limit = limit;
    this.level = level;
  }

  /** The next trigram, with the numbers of its texts, rising; nothing where there are none. */
  void add(long key, int[] texts, int count) {
    if (count == 0) {
      return;
    }
    putVarint(key - lastKey);
    lastKey = key;
    putVarint(count);
    if (count <= PostingBlock.PLAIN) {
      reserve(2 * count);
      for (int i = 0; i < count; i++) {
        bytes[length++] = (byte) (texts[i] >>> 8);
        bytes[length++] = (byte) texts[i];
      }
    } else {
      int k = GapCode.parameter(count, limit);
      int size = GapCode.size(texts, count, k);
      putVarint(size);
      reserve(size);
      GapCode.write(texts, count, k, bytes, length);
      length += size;
    }
    if (length >= PostingBlock.SIZE) {
      endBlock();
    }
  }

  private void putVarint(long value) {
    reserve(10);
    long rest = value;
    while (rest > 0x7F) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 3 / 2));
    }
  }

  private void endBlock() {
    blocks.add(new PostingBlock(Arrays.copyOf(bytes, length), limit));
    Arrays.fill(bytes, 0, length, (byte) 0);
    length = 0;
    lastKey = 0;
  }

  Segment end() {
    if (length > 0) {
      endBlock();
    }
    return new Segment(first, limit, level, blocks);
  }

  /**
   * The segment of these folded texts.
   *
   * @param first the number of the first of them
   */
  static Segment of(int first, List<String> folded) {
    int bits = 32 - Integer.numberOfLeadingZeros(folded.size());
    long[] pairs = new long[1024];
    int count = 0;
    for (int text = 0; text < folded.size(); text++) {
      long[] trigrams = Trigrams.of(folded.get(text));
      if (count + trigrams.length > pairs.length) {
        pairs = Arrays.copyOf(pairs, Math.max(count + trigrams.length, 2 * pairs.length));
      }
      for (long trigram : trigrams) {
        pairs[count++] = trigram << bits | text;
      }
    }
    Arrays.sort(pairs, 0, count);
    SegmentWriter writer = new SegmentWriter(first, folded.size(), 0);
    int[] texts = new int[folded.size()];
    int inTrigram = 0;
    for (int i = 0; i < count; i++) {
      texts[inTrigram++] = (int) (pairs[i] & (1 << bits) - 1);
      if (i + 1 == count || pairs[i + 1] >>> bits != pairs[i] >>> bits) {
        writer.add(pairs[i] >>> bits, texts, inTrigram);
        inTrigram = 0;
      }
    }
    return writer.end();
  }

  /** One segment of several that follow one another; of a level one higher. */
  static Segment merged(List<Segment> parts) {
    Segment last = parts.get(parts.size() - 1);
    int first = parts.get(0).first();
    SegmentWriter writer =
        new SegmentWriter(first, last.first() + last.limit() - first, last.level() + 1);
    List<SegmentEntries> open = new ArrayList<>();
    for (Segment part : parts) {
      SegmentEntries entries = part.entriesFrom(0);
      if (entries.next()) {
        open.add(entries);
      }
    }
    int[] texts = new int[writer.limit];
    while (!open.isEmpty()) {
      long lowest = Long.MAX_VALUE;
      for (SegmentEntries entries : open) {
        lowest = Math.min(lowest, entries.key());
      }
      int count = 0;
      for (int i = 0; i < open.size(); i++) {
        SegmentEntries entries = open.get(i);
        if (entries.key() == lowest) {
          entries.read(entries.segment().first() - first, texts, count);
          count += entries.count();
          if (!entries.next()) {
            open.remove(i--);
          }
        }
      }
      writer.add(lowest, texts, count);
    }
    return writer.end();
  }

  /** The segment without what it says of these texts, given as their numbers from 0, rising. */
  static Segment without(Segment segment, int[] gone) {
    SegmentWriter writer = new SegmentWriter(segment.first(), segment.limit(), segment.level());
    int[] texts = new int[segment.limit()];
    SegmentEntries entries = segment.entriesFrom(0);
    while (entries.next()) {
      entries.read(0, texts, 0);
      int kept = 0;
      for (int i = 0; i < entries.count(); i++) {
        if (Arrays.binarySearch(gone, texts[i]) < 0) {
          texts[kept++] = texts[i];
        }
      }
      writer.add(entries.key(), texts, kept);
    }
    return writer.end();
  }
}
