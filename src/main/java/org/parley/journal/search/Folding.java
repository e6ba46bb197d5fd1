package org.parley.journal.search;

import java.util.List;

/**
 * The one definition of when two texts are the same to somebody who searches. A text is folded in
 * these steps:
 *
 * <ol>
 *   <li>Every white space or separator becomes one space; other control characters, and invisible
 *       ones (general category Cf, such as joiners, soft hyphens and marks of direction), are left
 *       out.
 *   <li>Unicode's compatibility decomposition (NFKD): wide and narrow forms, ligatures, circled and
 *       raised characters become plain; letters and their accents come apart, and so do Hangul
 *       syllables, so that a part of a syllable is found.
 *   <li>Accents are left out: non-spacing and enclosing marks of the scripts Inherited, Common,
 *       Latin, Greek, Coptic, Cyrillic, Hebrew, Arabic and Syriac. Marks of other scripts stay:
 *       there they are vowels.
 *   <li>Case: to lower case, to full upper case, to lower case, a character at a time and in no
 *       language. So ß is ss, ı and İ are i, ς is σ, ſ is s.
 *   <li>Letters with a stroke, and joined ones, which have no decomposition: æ ae, œ oe, ø o, đ d,
 *       ħ h, ł l, ŧ t.
 * </ol>
 *
 * <p>Steps 2 to 5 are repeated until nothing changes. Marks that stay are put in canonical order
 * only as far as 30 on one character (UAX 15's Stream-Safe Text Format).
 *
 * <p>A text matches where its folding contains the folding of what is looked for, in UTF-16 units.
 * What folds to nothing is contained in every text. The index on disk is made of folded texts:
 * whoever changes what folding does changes {@link #VERSION}.
 */
public final class Folding {
  /** Which definition this is; an index made by another one is built anew. */
  static final int VERSION = 1;

  private Folding() {}

  /** The text folded. Its length may differ, either way. */
  public static String fold(String text) {
    return FoldedText.fold(text);
  }

  /** Whether the text contains the part, both folded. */
  public static boolean contains(String text, String part) {
    return fold(text).contains(fold(part));
  }

  /**
   * Where in the text the part is: ranges of the text as it is, from the first to the last, apart
   * from each other. A character that matches in part is in them with all its marks.
   *
   * @param most how many at most
   */
  public static List<TextRange> find(String text, String part, int most) {
    return FoldedText.find(text, fold(part), most);
  }
}
