package org.parley.journal.search;

import java.util.Arrays;

/**
 * Three units of a folded text as one number of 48 bits, the first unit highest, so that trigrams
 * in order of number are in order of their text.
 *
 * <p>A text has one trigram a unit: the last two are filled up with zeros, which no folded text
 * holds. So whatever one or two units a text contains, some trigram of it begins with them.
 */
final class Trigrams {
  /** Units of a trigram. */
  static final int UNITS = 3;

  private static final int UNIT_BITS = 16;

  private Trigrams() {}

  /** The distinct trigrams of a folded text, rising. */
  static long[] of(String folded) {
    long[] all = new long[folded.length()];
    long trigram = 0;
    for (int at = folded.length() - 1; at >= 0; at--) {
      trigram = (trigram >>> UNIT_BITS) | ((long) folded.charAt(at) << (2 * UNIT_BITS));
      all[at] = trigram;
    }
    return distinct(all);
  }

  /** The distinct trigrams within a part of a text, rising; of a part with three units or more. */
  static long[] within(String foldedPart) {
    long[] all = new long[foldedPart.length() - UNITS + 1];
    for (int at = 0; at < all.length; at++) {
      all[at] = first(foldedPart, at) | foldedPart.charAt(at + 2);
    }
    return distinct(all);
  }

  private static long first(String part, int at) {
    return ((long) part.charAt(at) << (2 * UNIT_BITS)) | ((long) part.charAt(at + 1) << UNIT_BITS);
  }

  /** The lowest trigram that begins with these one or two units. */
  static long lowest(String foldedPart) {
    long first = (long) foldedPart.charAt(0) << (2 * UNIT_BITS);
    return foldedPart.length() == 1 ? first : first | (long) foldedPart.charAt(1) << UNIT_BITS;
  }

  /** The highest trigram that begins with these one or two units. */
  static long highest(String foldedPart) {
    return lowest(foldedPart) | ((1L << ((UNITS - foldedPart.length()) * UNIT_BITS)) - 1);
  }

  private static long[] distinct(long[] all) {
    Arrays.sort(all);
    int kept = 0;
    for (int at = 0; at < all.length; at++) {
      if (at == 0 || all[at] != all[at - 1]) {
        all[kept++] = all[at];
      }
    }
    return kept == all.length ? all : Arrays.copyOf(all, kept);
  }
}
