package org.parley.journal.export;

/** Characters of a hostile text that a reader would not see, or that would change what he sees. */
final class Hidden {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Hidden() {}

  /**
   * Controls, format characters (among them those that turn the writing direction), line and
   * paragraph separators, and code points that are no characters. Line feed and tab are controls,
   * too: who lets them through asks before.
   */
  static boolean is(int codePoint) {
    if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
      return false; // emoji sequences and several scripts need them
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    };
  }
}
