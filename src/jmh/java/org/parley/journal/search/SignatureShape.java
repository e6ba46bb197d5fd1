package org.parley.journal.search;

import java.util.List;

/**
 * For each text a Bloom filter of so many bits a distinct trigram, one after the other in memory,
 * all of them looked at for each query.
 */
final class SignatureShape implements Shape {
  private final int bitsEach;
  private final int hashes;
  private long[] words = {};
  private int[] starts = {};

  SignatureShape(int bitsEach, int hashes) {
    this.bitsEach = bitsEach;
    this.hashes = hashes;
  }

  @Override
  public String name() {
    return "signatures, " + bitsEach + " bits a trigram, " + hashes + " hashes";
  }

  static long mixed(long trigram) {
    long mixed = (trigram ^ trigram >>> 29) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  private static int bit(long mixed, int hash, int bits) {
    int step = (int) (mixed >>> 32) | 1;
    return (int) (((int) mixed + hash * step & 0xFFFF_FFFFL) * bits >>> 32);
  }

  @Override
  public void build(List<String> folded) {
    starts = new int[folded.size() + 1];
    for (int i = 0; i < folded.size(); i++) {
      starts[i + 1] = starts[i] + (Trigrams.of(folded.get(i)).length * bitsEach + 63) / 64;
    }
    words = new long[starts[folded.size()]];
    for (int i = 0; i < folded.size(); i++) {
      int bits = 64 * (starts[i + 1] - starts[i]);
      for (long trigram : Trigrams.of(folded.get(i))) {
        long mixed = mixed(trigram);
        for (int hash = 0; hash < hashes; hash++) {
          int bit = bit(mixed, hash, bits);
          words[starts[i] + (bit >>> 6)] |= 1L << bit;
        }
      }
    }
  }

  @Override
  public long heap() {
    return 8L * words.length + 4L * starts.length;
  }

  @Override
  public void find(String part, Visitor visitor) {
    long[] mixed = Trigrams.within(part);
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = mixed(mixed[i]);
    }
    for (int text = starts.length - 2; text >= 0; text--) {
      if (mayContain(text, mixed) && !visitor.candidate(text)) {
        return;
      }
    }
  }

  private boolean mayContain(int text, long[] mixed) {
    int bits = 64 * (starts[text + 1] - starts[text]);
    if (bits == 0) {
      return false;
    }
    for (long trigram : mixed) {
      for (int hash = 0; hash < hashes; hash++) {
        int bit = bit(trigram, hash, bits);
        if ((words[starts[text] + (bit >>> 6)] & 1L << bit) == 0) {
          return false;
        }
      }
    }
    return true;
  }
}
