package org.parley.ui.common.fonts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses a font for each run of a text. A font of the desktop or one that was registered does not
 * fall back to others by itself; Java's logical fonts do, to whatever the system has: for a picture
 * that is often a font of coloured bitmaps, of which Java draws nothing.
 */
public final class FontRuns {
  /**
   * Characters {@code start} (inclusive) to {@code end} (exclusive) in another font than the base.
   */
  public record Run(int start, int end, Font font) {}

  /** Whether a font has only an empty place for a character; asked of few, and often. */
  private static final Map<Run, Boolean> EMPTY = new ConcurrentHashMap<>();

  private static final int FIRST_SYMBOL = 0x2000;
  private static final int FIRST_OF_PICTURES = 0x1f000;

  private FontRuns() {}

  /**
   * The runs that the base font cannot show and another can, in order; none before the program's
   * own font is loaded.
   */
  public static List<Run> of(String text, Font base) {
    List<Run> runs = new ArrayList<>();
    if (!EmojiFont.isThere()) {
      return runs;
    }
    Font emoji = EmojiFont.like(base);
    int at = firstOther(text, base, emoji);
    if (at < 0) {
      return runs;
    }
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

  /** Where the base font ends for the first time; negative: nowhere. */
  private static int firstOther(String text, Font base, Font emoji) {
    int beyond = base.canDisplayUpTo(text);
    int end = beyond < 0 ? text.length() : beyond;
    for (int at = 0; at < end; at += Character.charCount(text.codePointAt(at))) {
      if (isPicture(text.codePointAt(at), base, emoji)) {
        return at;
      }
    }
    return beyond;
  }

  /** Whether only the program's own font can be relied on for it. */
  private static boolean isPicture(int codePoint, Font base, Font emoji) {
    return codePoint >= FIRST_SYMBOL
        && !EmojiFont.isPart(codePoint)
        && emoji.canDisplay(codePoint)
        && (codePoint >= FIRST_OF_PICTURES || isEmpty(codePoint, base));
  }

  private static boolean isEmpty(int codePoint, Font font) {
    return EMPTY.computeIfAbsent(
        new Run(codePoint, codePoint, font),
        asked ->
            font.createGlyphVector(
                    new FontRenderContext(null, true, false), Character.toString(codePoint))
                .getVisualBounds()
                .isEmpty());
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

  /** Empty: the base font, or none. The first of the others is the one of pictures. */
  private static Optional<Font> fontFor(int codePoint, Font base, List<Font> others) {
    if (isPicture(codePoint, base, others.get(0))) {
      return Optional.of(others.get(0));
    }
    return base.canDisplay(codePoint)
        ? Optional.empty()
        : others.stream().filter(f -> f.canDisplay(codePoint)).findFirst();
  }

  private static Font logical(String family, Font base) {
    return new Font(family, base.getStyle(), 1).deriveFont(base.getSize2D());
  }
}
