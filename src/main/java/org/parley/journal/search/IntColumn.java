package org.parley.journal.search;

import java.util.Arrays;

/** A growing list of ints without the slack of doubling: 4 bytes each, and one open chunk. */
final class IntColumn {
  private static final int BITS = 12;
  private static final int CHUNK = 1 << BITS;

  private int[][] chunks = new int[4][];
  private int size;

  void add(int value) {
    int chunk = size >> BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunks.length);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new int[CHUNK];
    }
    chunks[chunk][size & (CHUNK - 1)] = value;
    size++;
  }

  int get(int at) {
    return chunks[at >> BITS][at & (CHUNK - 1)];
  }

  void set(int at, int value) {
    chunks[at >> BITS][at & (CHUNK - 1)] = value;
  }
}
