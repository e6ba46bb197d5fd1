package org.parley.ui.common;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a font for each run of a text. A font of the desktop or one that was registered does not
 * fall back to others by itself; Java's logical fonts do, to whatever the system has.
 */
public final class FontRuns {
  /**
   * Characters {@code start} (inclusive) to {@code end} (exclusive) in another font than the base.
   */
  public record Run(int start, int end, Font font) {}

  private FontRuns() {}

  /** The runs that the base font cannot show and another can, in order. */
  public static List<Run> of(String text, Font base) {
    List<Run> runs = new ArrayList<>();
    int at = base.canDisplayUpTo(text);
    if (at < 0) {
      return runs;
    }
    List<Font> others = List.of(logical(Font.DIALOG, base), logical(Font.SERIF, base));
    while (at >= 0 && at < text.length()) {
      int start = at;
      Optional<Font> font = fontFor(text.codePointAt(at), others);
      while (at < text.length()
          && !base.canDisplay(text.codePointAt(at))
          && fontFor(text.codePointAt(at), others).equals(font)) {
        at += Character.charCount(text.codePointAt(at));
      }
      int end = at;
      font.ifPresent(f -> runs.add(new Run(start, end, f)));
      at = nextUnshown(text, at, base);
    }
    return runs;
  }

  private static int nextUnshown(String text, int from, Font base) {
    int at = from;
    while (at < text.length() && base.canDisplay(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static Optional<Font> fontFor(int codePoint, List<Font> others) {
    return others.stream().filter(f -> f.canDisplay(codePoint)).findFirst();
  }

  private static Font logical(String family, Font base) {
    return new Font(family, base.getStyle(), 1).deriveFont(base.getSize2D());
  }
}
