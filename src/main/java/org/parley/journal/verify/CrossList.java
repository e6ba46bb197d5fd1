package org.parley.journal.verify;

import java.util.BitSet;

/**
 * Numbers to be crossed out once they are met. For numbers that are spread evenly, as digests are:
 * 16 to 32 bytes each. For one thread.
 */
final class CrossList {
  private static final int FIRST = 1 << 10;

  // Open addressing; 0 stands for a free slot, and for itself in zero.
  private long[] slots = new long[FIRST];
  private final BitSet crossed = new BitSet();
  private int size;
  private boolean zero;

  /** How many different numbers there are, crossed out or not. */
  int size() {
    return size + (zero ? 1 : 0);
  }

  /** Adds one; all are added before the first is crossed out. */
  void add(long value) {
    if (value == 0) {
      zero = true;
      return;
    }
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    int slot = slot(value);
    size += slots[slot] == 0 ? 1 : 0;
    slots[slot] = value;
  }

  /** Crosses it out, if it is there. */
  void cross(long value) {
    if (value == 0) {
      zero = false;
      return;
    }
    int slot = slot(value);
    if (slots[slot] != 0) {
      crossed.set(slot);
    }
  }

  /** How many were not crossed out. */
  int left() {
    return size() - crossed.cardinality();
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (long value : old) {
      if (value != 0) {
        slots[slot(value)] = value;
      }
    }
  }

  private int slot(long value) {
    int slot = (int) value & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
