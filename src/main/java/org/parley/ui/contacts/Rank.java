package org.parley.ui.contacts;

/** Brings texts with numbers in them into the order that people expect: 9 before 10. */
final class Rank {
  private static final int DIGITS = 5;

  private Rank() {}

  /** The text in lower case, each number in it filled up to the same length. */
  static String padded(String text) {
    StringBuilder padded = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && isDigit(text.charAt(to))) {
        to++;
      }
      if (to == from) {
        padded.append(Character.toLowerCase(text.charAt(from)));
        from++;
      } else {
        padded.append("0".repeat(Math.max(0, DIGITS - (to - from)))).append(text, from, to);
        from = to;
      }
    }
    return padded.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
