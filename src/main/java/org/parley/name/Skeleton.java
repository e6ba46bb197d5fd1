package org.parley.name;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is left of a name when what the eye passes over is taken away. Two names that have a
 * skeleton in common can be taken for one another.
 *
 * <p>After the skeleton of Unicode TS 39, section 4, with a small part of its confusables.txt
 * (version 14): the letters of the Cyrillic, Greek, Armenian and Latin blocks that look like one of
 * A to Z. What it leaves out are other scripts and look-alikes of more than one letter but rn and
 * vv. Unlike there, case and white space do not count, and к and κ are taken for k.
 */
final class Skeleton {
  /** Pairs: a letter, and the one that it looks like. */
  private static final String CYRILLIC =
      "аaАAВBЬbсcСCԁdеeЕEҽeԌGһhНHіiІIꙇiӏlӀIјjЈJкkКKМMоoОOрpРPԛqгrѕsЅSТTѵvѴVѡwԝwԜWхxХXуyУYүyҮY";

  private static final String GREEK = "αaΑAΒBΕEϜFΗHιiΙIϳjͿJκkΚKΜMϺMνvΝNοoσoΟOρpΡPΤTυuΧXγyΥYΖZ";
  private static final String ARMENIAN = "քfցgհhոnռnօoՕOգqզqՏSսuՍUաw";
  private static final String LATIN = "ɑaɡgıiɪiɩiƖlǀlǁnᴏoꜱsʋuᴜuᴠvɯwᴡwɣyʏyᴢz";

  private static final Map<Integer, Integer> LETTERS = letters();

  private Skeleton() {}

  private static Map<Integer, Integer> letters() {
    int[] pairs = (CYRILLIC + GREEK + ARMENIAN + LATIN).codePoints().toArray();
    Map<Integer, Integer> letters = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      letters.put(pairs[i], pairs[i + 1]);
    }
    return Map.copyOf(letters);
  }

  /** Read aloud, and looked at: I, l and 1 differ in the first only, I and i in the second. */
  static Set<String> of(String name) {
    StringBuilder letters = new StringBuilder();
    append(name, letters); // before, since NFKC makes other letters of some
    String width = Normalizer.normalize(letters, Normalizer.Form.NFKC);
    letters.setLength(0);
    append(width, letters);
    String read = letters.toString();
    String seen = read.replace('I', 'l').replace('1', 'l').replace('|', 'l').replace('0', 'O');
    String folded = fold(seen).replace("m", "rn").replace("vv", "w");
    String plain = fold(read);
    return plain.equals(folded) ? Set.of(plain) : Set.of(plain, folded);
  }

  private static void append(String from, StringBuilder to) {
    from.codePoints()
        .filter(c -> !PeerName.isSpace(c) && !isInvisible(c))
        .map(c -> LETTERS.getOrDefault(c, c))
        .forEach(to::appendCodePoint);
  }

  private static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /**
   * Default_Ignorable_Code_Point of Unicode without the format characters, which no name may hold;
   * and the empty pattern of Braille.
   */
  private static boolean isInvisible(int c) {
    return c == 0x34f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || (c >= 0x180b && c <= 0x180f)
        || c == 0x2800
        || c == 0x3164
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xffa0
        || (c >= 0xe0100 && c <= 0xe01ef);
  }
}
