package org.parley.messaging;

import java.text.Normalizer;
import java.util.Locale;

/** Texts compared without regard to case, accents and width. */
final class Folded {
  private Folded() {}

  static boolean contains(String text, String part) {
    return fold(text).contains(fold(part));
  }

  private static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(kept::appendCodePoint);
    return kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
