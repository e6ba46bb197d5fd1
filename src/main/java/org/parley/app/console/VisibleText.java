package org.parley.app.console;

/**
 * A peer's text as a terminal may show it: what could move the cursor, ring, recolour, turn the
 * writing direction or hide is written out as {@code \\u{1b}}. Letters, marks, emoji and what joins
 * them stay.
 */
public final class VisibleText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private VisibleText() {}

  /** On one line: a line break is shown as {@code \n}. */
  public static String line(String text) {
    return shown(text, "\\n");
  }

  /**
   * With its own lines, each but the first behind {@code indent}, so that none begins like ours.
   */
  public static String block(String text, String indent) {
    return shown(text, "\n" + indent);
  }

  private static String shown(String text, String lineBreak) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
        continue; // CR LF is one line break
      }
      switch (c) {
        case '\n' -> out.append(lineBreak);
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (harmless(c)) {
            out.appendCodePoint(c);
          } else {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
          }
        }
      }
    }
    return out.toString();
  }

  private static boolean harmless(int c) {
    if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
      return true; // emoji sequences and several scripts need them
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
