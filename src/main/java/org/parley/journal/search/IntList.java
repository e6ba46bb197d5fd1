package org.parley.journal.search;

import java.util.Arrays;

/** A rising list of ints, nearly always added to at its end. */
final class IntList {
  private int[] values = new int[4];
  private int size;

  int size() {
    return size;
  }

  int get(int at) {
    return values[at];
  }

  /** Puts the value where it belongs. */
  void insert(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + Math.max(4, size / 8));
    }
    int at = countBelow(value);
    System.arraycopy(values, at, values, at + 1, size - at);
    values[at] = value;
    size++;
  }

  /** How many values are below that one. */
  int countBelow(int value) {
    if (size > 0 && values[size - 1] < value) {
      return size;
    }
    int at = Arrays.binarySearch(values, 0, size, value);
    return at < 0 ? -at - 1 : at;
  }
}
