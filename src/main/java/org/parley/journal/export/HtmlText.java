package org.parley.journal.export;

import java.util.Locale;

/** Text as HTML in which nothing of it acts: for element content and quoted attributes. */
final class HtmlText {
  private HtmlText() {}

  /** Markup escaped, hidden characters as {@code U+202E} in a box, line ends kept. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / 8);
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append((char) c);
        case '\r' -> {
          if (at >= text.length() || text.charAt(at) != '\n') {
            box(out, c); // CR LF is one line end
          }
        }
        default -> {
          if (Hidden.is(c)) {
            box(out, c);
          } else {
            out.appendCodePoint(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static void box(StringBuilder out, int codePoint) {
    out.append("<b class=\"u\">U+")
        .append(String.format(Locale.ROOT, "%04X", codePoint))
        .append("</b>");
  }
}
