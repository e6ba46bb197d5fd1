package org.parley.journal.search;

import java.util.Arrays;

/** A growing list of longs without the slack of doubling: 8 bytes each, and one open chunk. */
final class LongColumn {
  private static final int BITS = 12;
  private static final int CHUNK = 1 << BITS;

  private long[][] chunks = new long[4][];
  private int size;

  void add(long value) {
    int chunk = size >> BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunks.length);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[CHUNK];
    }
    chunks[chunk][size & (CHUNK - 1)] = value;
    size++;
  }

  long get(int at) {
    return chunks[at >> BITS][at & (CHUNK - 1)];
  }

  void set(int at, long value) {
    chunks[at >> BITS][at & (CHUNK - 1)] = value;
  }
}
