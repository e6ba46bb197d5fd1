package org.parley.journal.search;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A set of slots by their hash: open addressing in small chunks, since one large array wastes up to
 * as much again in the garbage collector's regions. 6 to 11 bytes a slot. Not thread-safe.
 */
final class SlotTable {
  /** No such slot. */
  static final int NONE = -1;

  private static final int BITS = 12;
  private static final int CHUNK = 1 << BITS;

  // A slot plus one; 0 where free. The capacity is a power of two.
  private int[][] chunks = {new int[CHUNK]};
  private int size;

  private int capacity() {
    return chunks.length << BITS;
  }

  /** Makes room for so many slots at once, instead of step by step. */
  void reserve(int count, IntUnaryOperator hash) {
    int wanted = chunks.length;
    while (4L * count >= 3L * (wanted << BITS)) {
      wanted *= 2;
    }
    if (wanted > chunks.length) {
      grow(wanted, hash);
    }
  }

  /**
   * Adds a slot, unless the test accepts one of the same hash.
   *
   * @param hash that of any slot in the set, and of this one
   */
  void addUnless(IntPredicate test, int slot, IntUnaryOperator hash) {
    if (4L * size >= 3L * capacity()) {
      grow(2 * chunks.length, hash);
    }
    int at = hash.applyAsInt(slot) & (capacity() - 1);
    int entry = chunks[at >> BITS][at & (CHUNK - 1)];
    while (entry != 0) {
      if (test.test(entry - 1)) {
        return;
      }
      at = (at + 1) & (capacity() - 1);
      entry = chunks[at >> BITS][at & (CHUNK - 1)];
    }
    chunks[at >> BITS][at & (CHUNK - 1)] = slot + 1;
    size++;
  }

  private void grow(int wanted, IntUnaryOperator hash) {
    int[][] old = chunks;
    chunks = new int[wanted][CHUNK];
    for (int[] chunk : old) {
      for (int entry : chunk) {
        if (entry != 0) {
          put(entry - 1, hash.applyAsInt(entry - 1));
        }
      }
    }
  }

  private void put(int slot, int hash) {
    int at = hash & (capacity() - 1);
    while (chunks[at >> BITS][at & (CHUNK - 1)] != 0) {
      at = (at + 1) & (capacity() - 1);
    }
    chunks[at >> BITS][at & (CHUNK - 1)] = slot + 1;
  }

  /** The first slot of that hash that the test accepts. */
  int find(int hash, IntPredicate test) {
    int at = hash & (capacity() - 1);
    int entry = chunks[at >> BITS][at & (CHUNK - 1)];
    while (entry != 0) {
      if (test.test(entry - 1)) {
        return entry - 1;
      }
      at = (at + 1) & (capacity() - 1);
      entry = chunks[at >> BITS][at & (CHUNK - 1)];
    }
    return NONE;
  }
}
