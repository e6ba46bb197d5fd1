package org.parley.ui.common;

import java.awt.Font;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.parley.settings.Language;
import org.parley.words.Words;

/**
 * What every controller is given.
 *
 * @param words all words
 * @param edt the event thread
 * @param background work off it
 * @param clock the time, and the zone to show it in
 */
public record UiContext(Words words, Edt edt, Background background, Clock clock) {

  /** The real surroundings. */
  public static UiContext real(Words words) {
    return new UiContext(
        words, Edt.swing(), Background.swing(), Clock.system(ZoneId.systemDefault()));
  }

  /** The same, with the words of that language; English where no font could show them. */
  public UiContext in(Language language) {
    Locale locale =
        switch (language) {
          case SYSTEM -> Locale.getDefault();
          case EN -> Locale.ENGLISH;
          case ZH -> Locale.SIMPLIFIED_CHINESE;
        };
    return new UiContext(
        Words.in(canShow(locale) ? locale : Locale.ENGLISH), edt, background, clock);
  }

  /** Whether this machine has a font for that language's own name, and so for its words. */
  public static boolean canShow(Locale locale) {
    if (locale.getLanguage().equals("en")) {
      return true; // every font has Latin letters, and the names of languages are slow to come by
    }
    Font font = new Font(Font.DIALOG, Font.PLAIN, 12);
    return font.canDisplayUpTo(locale.getDisplayLanguage(locale)) < 0;
  }

  /** The text of a key. */
  public String word(String key, Object... arguments) {
    return words.get(key, arguments);
  }

  /** Several things on one line, as the language lists them; empty for none. */
  public String listed(List<String> things) {
    return things.stream().reduce((a, b) -> word("ui.common.listed", a, b)).orElse("");
  }
}
