package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into pieces that can each be laid out at once: what a contact may send in one message
 * would otherwise hold up the window for seconds.
 */
final class TextParts {
  /** The most that is laid out at once: characters, and lines. */
  static final int CHARACTERS = 3000;

  static final int LINES = 40;

  private static final int LATER_LINES = 400;

  /** Where to look for a better place to cut, in characters before the end. */
  private static final int LOOK_BACK = 200;

  private TextParts() {}

  /** The pieces, in order; together they are the text, but for a line break at which one ends. */
  static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    do {
      int end = end(text, start);
      boolean atBreak = end < text.length() && text.charAt(end) == '\n';
      parts.add(text.substring(start, end));
      start = atBreak ? end + 1 : end;
    } while (start < text.length());
    return parts;
  }

  private static int end(String text, int start) {
    int end = Math.min(text.length(), start + CHARACTERS);
    int lines = 0;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n' && ++lines == (start == 0 ? LINES : LATER_LINES)) {
        return i;
      }
    }
    return end == text.length() ? end : cut(text, end);
  }

  /** After a space, if one is near; never within a character and its marks, if that ends near. */
  private static int cut(String text, int end) {
    for (int i = end; i > end - LOOK_BACK; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    for (int i = end; i > end - LOOK_BACK; i--) {
      if (!Character.isLowSurrogate(text.charAt(i)) && !isMark(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u200d';
  }
}
