package org.parley.journal.export;

import java.util.Arrays;

/** Seqs, 8 bytes each. For one thread. */
final class SeqList {
  private long[] seqs = new long[16];
  private int size;

  void add(long seq) {
    if (size == seqs.length) {
      seqs = Arrays.copyOf(seqs, size + size / 2);
    }
    seqs[size++] = seq;
  }

  int size() {
    return size;
  }

  /** Those that the other list holds, too, sorted. */
  long[] in(SeqList other) {
    long[] named = Arrays.copyOf(other.seqs, other.size);
    Arrays.sort(named);
    return Arrays.stream(seqs, 0, size)
        .filter(seq -> Arrays.binarySearch(named, seq) >= 0)
        .sorted()
        .toArray();
  }
}
