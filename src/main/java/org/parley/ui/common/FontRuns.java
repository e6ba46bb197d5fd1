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
    Font emoji = EmojiFont.like(base);
    List<Font> others = List.of(emoji, logical(Font.DIALOG, base), logical(Font.SERIF, base));
    while (at < text.length()) {
      int start = at;
      Optional<Font> font = fontFor(text.codePointAt(at), base, others);
      at = end(text, at, base, others);
      if (font.isPresent()) {
        Font shown = font.get();
        at = shown.equals(emoji) ? wholePicture(text, at, emoji) : at;
        runs.add(new Run(start, at, shown));
      }
    }
    return runs;
  }

  /** The end of the characters from there on that have one font. */
  private static int end(String text, int start, Font base, List<Font> others) {
    Optional<Font> font = fontFor(text.codePointAt(start), base, others);
    int at = start;
    while (at < text.length() && fontFor(text.codePointAt(at), base, others).equals(font)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Takes in what belongs to the last picture, though the base font has a character for it. */
  private static int wholePicture(String text, int end, Font emoji) {
    int at = end;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      boolean joined = EmojiFont.joins(text.codePointBefore(at)) && emoji.canDisplay(next);
      if (!EmojiFont.isPart(next) && !joined) {
        return at;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  /** Empty: the base font, or none. */
  private static Optional<Font> fontFor(int codePoint, Font base, List<Font> others) {
    return base.canDisplay(codePoint)
        ? Optional.empty()
        : others.stream().filter(f -> f.canDisplay(codePoint)).findFirst();
  }

  private static Font logical(String family, Font base) {
    return new Font(family, base.getStyle(), 1).deriveFont(base.getSize2D());
  }
}
