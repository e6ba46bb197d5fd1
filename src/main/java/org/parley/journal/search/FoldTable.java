package org.parley.journal.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What one character folds to, see {@link Folding}. The table is made once, in some 50 ms, since
 * asking the normaliser for each character of a journal would take minutes.
 */
final class FoldTable {
  /** Stands for a character that is left out. */
  static final char DROPPED = '\0';

  /** Stands for a character that becomes several, or none that is one unit. */
  static final char SEVERAL = '\uFFFF';

  // Marks of these scripts change how a letter sounds or is decorated. Those of others (Devanagari,
  // Thai and their like) are vowels, and two words that differ in them are two words.
  private static final Set<UnicodeScript> ACCENTED =
      EnumSet.of(
          UnicodeScript.INHERITED,
          UnicodeScript.COMMON,
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.COPTIC,
          UnicodeScript.CYRILLIC,
          UnicodeScript.HEBREW,
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC);

  private static final char[] ONE = table();
  private static final BitSet MARKS = marks();

  private FoldTable() {}

  /** The unit that this unit folds to, {@link #DROPPED}, or {@link #SEVERAL}. */
  static char one(char unit) {
    return ONE[unit];
  }

  /** {@link #isMark} of a character that is one unit. */
  static boolean isMarkUnit(char unit) {
    return MARKS.get(unit);
  }

  private static BitSet marks() {
    BitSet marks = new BitSet(1 << 16);
    for (int c = 0; c < 1 << 16; c++) {
      marks.set(c, isMark(c));
    }
    return marks;
  }

  private static char[] table() {
    char[] table = new char[1 << 16];
    for (int c = 0; c < table.length; c++) {
      table[c] = isFoldedApart(c) ? SEVERAL : single(of(c));
    }
    return table;
  }

  // Halves of a pair are no characters, and Hangul is taken apart by arithmetic.
  private static boolean isFoldedApart(int c) {
    return Character.isSurrogate((char) c) || isHangulSyllable(c);
  }

  private static char single(String folded) {
    return folded.isEmpty() ? DROPPED : folded.length() == 1 ? folded.charAt(0) : SEVERAL;
  }

  static boolean isHangulSyllable(int c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  /** Whether it belongs to the character before it: a mark of any kind. */
  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether it is an accent or the like, which is left out. */
  static boolean isAccent(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
        && ACCENTED.contains(UnicodeScript.of(c));
  }

  /** What a character by itself folds to. */
  static String of(int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return " ";
    }
    int type = Character.getType(c);
    if (type == Character.CONTROL || type == Character.FORMAT) {
      return "";
    }
    return of(Character.toString(c));
  }

  /** What some characters fold to that are neither spaces nor invisible. */
  static String of(String text) {
    String before;
    String after = text;
    // What a capital letter comes apart into may itself come apart, so until nothing changes.
    do {
      before = after;
      after = once(before);
    } while (!after.equals(before));
    return after;
  }

  private static String once(String text) {
    StringBuilder lower = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> !isAccent(c))
        .forEach(c -> lower.appendCodePoint(Character.toLowerCase(c)));
    // Through upper case, so that what differs in lower case only becomes one: ς and σ, ß and ss.
    StringBuilder folded = new StringBuilder();
    lower
        .toString()
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(c -> appendUnstroked(folded, c));
    return folded.toString();
  }

  // Letters with a stroke and joined letters have no decomposition in Unicode, though people type
  // the plain letters for them; the collation algorithm (UTS 10) treats them so, too.
  private static void appendUnstroked(StringBuilder to, int c) {
    switch (c) {
      case 'æ' -> to.append("ae");
      case 'œ' -> to.append("oe");
      case 'ø' -> to.append('o');
      case 'đ' -> to.append('d');
      case 'ħ' -> to.append('h');
      case 'ł' -> to.append('l');
      case 'ŧ' -> to.append('t');
      default -> to.appendCodePoint(c);
    }
  }
}
