package org.parley.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** Every word that people read, from one bundle. Safe for use by several threads. */
public final class Words {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The words of a language; English where there is no bundle of it. */
  public static Words in(Locale locale) {
    ResourceBundle.Control noDefault =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    Locale written = written(locale);
    return new Words(
        ResourceBundle.getBundle("org.parley.words.messages", written, noDefault), written);
  }

  /** Chinese is written with simplified letters but where a place or script says otherwise. */
  private static Locale written(Locale locale) {
    boolean traditional =
        locale.getScript().equals("Hant")
            || (locale.getScript().isEmpty()
                && Set.of("TW", "HK", "MO").contains(locale.getCountry()));
    return locale.getLanguage().equals("zh") && !traditional ? Locale.SIMPLIFIED_CHINESE : locale;
  }

  /**
   * The text of a key, with {@link MessageFormat} arguments. Arguments are put in as they are: text
   * of a peer among them is for a component that shows plain text.
   *
   * @throws java.util.MissingResourceException for a key that the bundle lacks, which is a bug
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }
}
