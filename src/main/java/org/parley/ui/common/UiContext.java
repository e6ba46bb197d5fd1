package org.parley.ui.common;

import java.time.Clock;
import java.time.ZoneId;
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

  /** The same, with the words of that language. */
  public UiContext in(Language language) {
    Locale locale =
        switch (language) {
          case SYSTEM -> Locale.getDefault();
          case EN -> Locale.ENGLISH;
          case ZH -> Locale.SIMPLIFIED_CHINESE;
        };
    return new UiContext(Words.in(locale), edt, background, clock);
  }

  /** The text of a key. */
  public String word(String key, Object... arguments) {
    return words.get(key, arguments);
  }
}
