package org.parley.ui.common.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.waits.Waiting;

/**
 * Noto Emoji, which comes with the program: black and white, in outlines, since Java draws no
 * coloured ones on every system. To be found by its family once it is loaded.
 */
public final class EmojiFont {
  private static final String FAMILY = "Noto Emoji";
  private static final String FILE = "/org/parley/fonts/NotoEmoji-Regular.ttf";

  private static final int JOINER = 0x200d;

  private static final AtomicBoolean THERE = new AtomicBoolean();

  private EmojiFont() {}

  /** Loads it, once; not on the event thread. */
  public static synchronized void load() {
    Waiting.begins();
    if (!isLoaded()) {
      try (InputStream in = EmojiFont.class.getResourceAsStream(FILE)) {
        Font font = Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, FILE));
        boolean unused =
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font); // or known
      } catch (FontFormatException e) {
        throw new IllegalStateException(FILE + " is not what was put there", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e); // not even the program's own files can be read
      }
    }
    THERE.set(true);
  }

  /** Whether it is loaded; to ask for a family that is not makes Java open every font there is. */
  static boolean isThere() {
    return THERE.get();
  }

  private static boolean isLoaded() {
    return new Font(FAMILY, Font.PLAIN, 1).getFamily().equals(FAMILY);
  }

  /** It, as large as that font; one of the system's where it is not loaded. */
  static Font like(Font base) {
    return new Font(FAMILY, Font.PLAIN, 1).deriveFont(base.getSize2D());
  }

  /** Whether a character only changes or joins those beside it, and so has their font. */
  static boolean isPart(int codePoint) {
    return codePoint == JOINER
        || codePoint == 0xfe0e // as text
        || codePoint == 0xfe0f // as a picture
        || codePoint == 0x20e3 // on a key
        || (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff); // shades of skin
  }

  /** Whether what follows that character is one picture with what is before it. */
  static boolean joins(int codePoint) {
    return codePoint == JOINER;
  }
}
