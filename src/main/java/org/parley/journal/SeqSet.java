package org.parley.journal;

import java.util.TreeMap;
import java.util.function.LongConsumer;

/** A set of seqs, a bit each: those of a journal lie close together. For one thread. */
final class SeqSet {
  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final TreeMap<Long, long[]> chunks = new TreeMap<>();

  /** False where it was there already. */
  boolean add(long seq) {
    long[] words = chunks.computeIfAbsent(seq >> CHUNK_BITS, k -> new long[CHUNK / Long.SIZE]);
    int word = (int) (seq & (CHUNK - 1)) / Long.SIZE;
    boolean added = (words[word] & 1L << seq) == 0;
    words[word] |= 1L << seq;
    return added;
  }

  boolean contains(long seq) {
    long[] words = chunks.get(seq >> CHUNK_BITS);
    return words != null && (words[(int) (seq & (CHUNK - 1)) / Long.SIZE] & 1L << seq) != 0;
  }

  /** Rising. */
  void forEach(LongConsumer each) {
    chunks.forEach(
        (chunk, words) -> {
          for (int bit = 0; bit < CHUNK; bit++) {
            if ((words[bit / Long.SIZE] & 1L << bit) != 0) {
              each.accept((chunk << CHUNK_BITS) + bit);
            }
          }
        });
  }
}
