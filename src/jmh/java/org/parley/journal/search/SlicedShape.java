package org.parley.journal.search;

import java.util.List;

/**
 * Signatures of one size for all texts, stored across: for each bit of the signature a row of one
 * bit a text, so that a query reads only the rows of its own bits.
 */
final class SlicedShape implements Shape {
  private final int size;
  private final int hashes;
  private long[][] rows = {};
  private int count;

  SlicedShape(int size, int hashes) {
    this.size = size;
    this.hashes = hashes;
  }

  @Override
  public String name() {
    return "signatures of " + size + " bits, sliced, " + hashes + " hashes";
  }

  private int row(long mixed, int hash) {
    int step = (int) (mixed >>> 32) | 1;
    return (int) (((int) mixed + hash * step & 0xFFFF_FFFFL) * size >>> 32);
  }

  @Override
  public void build(List<String> folded) {
    count = folded.size();
    rows = new long[size][(count + 63) / 64];
    for (int i = 0; i < count; i++) {
      for (long trigram : Trigrams.of(folded.get(i))) {
        for (int hash = 0; hash < hashes; hash++) {
          rows[row(SignatureShape.mixed(trigram), hash)][i >>> 6] |= 1L << i;
        }
      }
    }
  }

  @Override
  public long heap() {
    return (long) size * (8L * ((count + 63) / 64) + 16);
  }

  @Override
  public void find(String part, Visitor visitor) {
    long[] trigrams = Trigrams.within(part);
    for (int word = (count + 63) / 64 - 1; word >= 0; word--) {
      long left = -1;
      for (int i = 0; i < trigrams.length && left != 0; i++) {
        long mixed = SignatureShape.mixed(trigrams[i]);
        for (int hash = 0; hash < hashes; hash++) {
          left &= rows[row(mixed, hash)][word];
        }
      }
      while (left != 0) {
        int bit = 63 - Long.numberOfLeadingZeros(left);
        left ^= 1L << bit;
        if (!visitor.candidate(word << 6 | bit)) {
          return;
        }
      }
    }
  }
}
