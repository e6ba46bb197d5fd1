package org.parley.journal.search;

import java.util.Arrays;

/**
 * A growing list of longs that do not change. Full chunks keep of each number only how far it is
 * above the chunk's least, in as many bits as the farthest needs.
 */
final class PackedColumn {
  private static final int BITS = 12;
  private static final int CHUNK = 1 << BITS;

  private long[][] packed = new long[4][];
  private long[] least = new long[4];
  private final long[] open = new long[CHUNK];
  private int size;

  int size() {
    return size;
  }

  void add(long value) {
    open[size & (CHUNK - 1)] = value;
    size++;
    if ((size & (CHUNK - 1)) == 0) {
      pack((size >> BITS) - 1);
    }
  }

  private void pack(int chunk) {
    if (chunk == packed.length) {
      packed = Arrays.copyOf(packed, 2 * chunk);
      least = Arrays.copyOf(least, 2 * chunk);
    }
    long low = Arrays.stream(open).min().getAsLong();
    long high = Arrays.stream(open).max().getAsLong();
    int width = 64 - Long.numberOfLeadingZeros(high - low);
    long[] words = new long[width * CHUNK / 64];
    for (int i = 0; i < CHUNK; i++) {
      long value = open[i] - low;
      int bit = i * width;
      if (width > 0) {
        words[bit >> 6] |= value << (bit & 63);
        if ((bit & 63) + width > 64) {
          words[(bit >> 6) + 1] |= value >>> (64 - (bit & 63));
        }
      }
    }
    packed[chunk] = words;
    least[chunk] = low;
  }

  long get(int at) {
    int chunk = at >> BITS;
    if (chunk == size >> BITS) {
      return open[at & (CHUNK - 1)];
    }
    long[] words = packed[chunk];
    if (words.length == 0) {
      return least[chunk];
    }
    int width = words.length * 64 / CHUNK;
    int bit = (at & (CHUNK - 1)) * width;
    long value = words[bit >> 6] >>> (bit & 63);
    if ((bit & 63) + width > 64) {
      value |= words[(bit >> 6) + 1] << (64 - (bit & 63));
    }
    return least[chunk] + (value & (-1L >>> (64 - width)));
  }

  /** In a rising column: how many values are below that one. */
  int countBelow(long value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
