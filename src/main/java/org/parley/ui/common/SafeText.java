package org.parley.ui.common;

import java.text.Bidi;
import java.util.Locale;

/**
 * Makes a stranger's text fit to be shown: what would be invisible and could mislead is shown as
 * its code, and nothing in it acts on text beside it.
 */
public final class SafeText {
  private static final char LEFT_TO_RIGHT_MARK = '\u200e';
  private static final int BLACK_FLAG = 0x1f3f4;

  private SafeText() {}

  /**
   * The text with line feeds and tabs as they are, and every other control character, bidirectional
   * embedding or override, separator and invisible format character as a visible code such as
   * {@code ⟨U+202E⟩}. Joiners and directional marks and isolates stay: scripts and emoji need them
   * and, in a component of its own, they reach no further than the text itself.
   */
  public static String visible(String text) {
    String lines = text.replace("\r\n", "\n");
    StringBuilder shown = new StringBuilder(lines.length());
    boolean inFlag = false;
    for (int i = 0; i < lines.length(); ) {
      int c = lines.codePointAt(i);
      i += Character.charCount(c);
      if (inFlag && isTag(c)) {
        continue; // part of a flag such as Scotland's, which no font here can draw
      }
      if (isShade(c) && shown.length() > 0 && isPicture(shown.codePointBefore(shown.length()))) {
        continue; // of skin, which a black and white font draws as a box of its own
      }
      inFlag = c == BLACK_FLAG;
      append(shown, c);
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    if (isMisleading(c)) {
      shown.append("⟨U+").append(String.format(Locale.ROOT, "%04X", c)).append('⟩');
    } else {
      shown.appendCodePoint(c);
    }
  }

  private static boolean isMisleading(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      case Character.FORMAT -> !isHarmlessFormat(c);
      default -> false;
    };
  }

  private static boolean isHarmlessFormat(int c) {
    return c == 0x200c // zero width non-joiner
        || c == 0x200d // zero width joiner
        || c == 0x200e // left-to-right mark
        || c == 0x200f // right-to-left mark
        || c == 0x061c // Arabic letter mark
        || (c >= 0x2066 && c <= 0x2069) // isolates
        || (c >= 0x0600 && c <= 0x0605) // Arabic number signs, which are visible
        || c == 0x06dd
        || c == 0x070f;
  }

  private static boolean isShade(int c) {
    return c >= 0x1f3fb && c <= 0x1f3ff;
  }

  /** A symbol of the kinds that have shades: from hands and sports on. */
  private static boolean isPicture(int c) {
    return (c >= 0x261d && Character.getType(c) == Character.OTHER_SYMBOL) || c == 0xfe0f;
  }

  private static boolean isTag(int c) {
    return c >= 0xe0020 && c <= 0xe007f;
  }

  /** As {@link #visible}, in one line of at most {@code limit} characters. */
  public static String line(String text, int limit) {
    int end = Math.min(text.length(), limit);
    if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    String line = visible(text.substring(0, end)).replace('\n', ' ').replace('\t', ' ');
    return end < text.length() ? line + "…" : line;
  }

  /** A name or address to be put into a sentence, which it cannot turn round. */
  public static String quoted(String name) {
    String line = line(name, 200);
    char[] letters = line.toCharArray();
    // Only where it could: some fonts draw the mark.
    return Bidi.requiresBidi(letters, 0, letters.length)
        ? LEFT_TO_RIGHT_MARK + line + LEFT_TO_RIGHT_MARK
        : line;
  }

  /** Whether the first letter with a direction runs from right to left. */
  public static boolean isRightToLeft(String text) {
    return text.codePoints()
        .limit(1000)
        .map(Character::getDirectionality)
        .filter(
            d ->
                d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
        .mapToObj(d -> d != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
        .findFirst()
        .orElse(false);
  }
}
