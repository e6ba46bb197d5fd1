package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Straße, STRASSE",
    "STRAẞE, strasse",
    "ıI, İi",
    "Σίσυφος, ΣΙΣΥΦΟΣ",
    "ſo, SO",
    "café, CAFE",
    "ﬁne, FINE",
    "ｆｕｌｌ　ｗｉｄｔｈ, full width",
    "ｶﾞ, カ",
    "①②, 12",
    "Łódź, lodz",
    "Ærø, aero",
    "Đặng, dang",
    "ёлка, елка",
    "שָׁלוֹם, שלום",
    "مُحَمَّد, محمد",
    "한국, 한국",
    "❤️, ❤",
    "soft\u00ADhyphen, softhyphen",
    "a\u200Bb\u202Ec, abc",
    "\uD835\uDC00, a",
    "ŉ, ʼn",
  })
  void are_the_same(String one, String other) {
    assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
  }

  @ParameterizedTest
  @CsvSource({"कि, कु", "กา, กี", "ba, pa", "你, 您", "и, і", "ß, s", "0, o"})
  void are_not_the_same(String one, String other) {
    assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
  }

  @Test
  void lines_tabs_and_wide_spaces_are_spaces_and_other_controls_are_nothing() {
    assertThat(Folding.fold("a\nb\tc\u00A0d\u3000e\u2028f\u0000g\u007Fh"))
        .isEqualTo("a b c d e fgh");
  }

  @Test
  void a_part_of_a_syllable_is_found() {
    assertThat(Folding.contains("한국어", "하")).isTrue();
    assertThat(Folding.contains("한국어", "학")).isFalse();
  }

  @Test
  void nothing_is_in_every_text() {
    assertThat(Folding.contains("a", "")).isTrue();
    assertThat(Folding.contains("", "\u0301\u200B")).isTrue();
    assertThat(Folding.find("a", "", 9)).isEmpty();
  }

  @Test
  void ranges_are_of_the_text_as_it_is() {
    assertThat(Folding.find("Die Straße, die STRASSE", "strasse", 9))
        .containsExactly(new TextRange(4, 10), new TextRange(16, 23));
    assertThat(Folding.find("xe\u0301\u0302y", "E", 9)).containsExactly(new TextRange(1, 4));
    assertThat(Folding.find("maß", "s", 9)).containsExactly(new TextRange(2, 3));
    assertThat(Folding.find("a😀b😀", "😀", 9))
        .containsExactly(new TextRange(1, 3), new TextRange(4, 6));
    assertThat(Folding.find("한국", "하", 9)).containsExactly(new TextRange(0, 1));
    assertThat(Folding.find("aaaa", "aa", 1)).containsExactly(new TextRange(0, 2));
    assertThat(Folding.find("o\u200Bk", "OK", 9)).containsExactly(new TextRange(0, 3));
  }

  @Test
  void folding_twice_changes_nothing_for_any_character() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String folded = Folding.fold(Character.toString(c));
        assertThat(Folding.fold(folded)).as(Integer.toHexString(c)).isEqualTo(folded);
        assertThat(folded).doesNotContain("\0");
      }
    }
  }

  @Test
  void short_cuts_give_what_the_definition_gives() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String alone = Character.toString(c);
        assertThat(Folding.fold(alone)).as(Integer.toHexString(c)).isEqualTo(FoldTable.of(c));
      }
    }
  }

  @Test
  void spellings_that_unicode_calls_equivalent_fold_alike() {
    long seed = System.nanoTime();
    System.out.println("FoldingTest seed " + seed);
    Random random = new Random(seed);
    int[] marks = {0x301, 0x323, 0x94D, 0x93C, 0xE38, 0xE48, 0xF71, 0xF74, 0x5B0, 0x64B, 0x3099};
    int[] bases = {'e', 'ǖ', 0x915, 0x958, 0xE01, 0xF40, 0x5D0, 0xAC01, 0x3BF, 0x1F00, 0x30AB};
    for (int run = 0; run < 3000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        int[] from = random.nextInt(3) == 0 ? bases : marks;
        text.appendCodePoint(from[random.nextInt(from.length)]);
      }
      String spelt = text.toString();
      String folded = Folding.fold(spelt);
      assertThat(Folding.fold(Normalizer.normalize(spelt, Normalizer.Form.NFD)))
          .as("NFD of " + spelt)
          .isEqualTo(folded);
      assertThat(Folding.fold(Normalizer.normalize(spelt, Normalizer.Form.NFC)))
          .as("NFC of " + spelt)
          .isEqualTo(folded);
    }
  }

  @Test
  void every_find_is_inside_and_folds_to_what_contains_the_part() {
    long seed = System.nanoTime();
    System.out.println("FoldingTest seed " + seed);
    Random random = new Random(seed);
    String alphabet = "aAsSßée\u0301 \n\u200B한😀ﬁı";
    for (int run = 0; run < 5000; run++) {
      String text = word(random, alphabet, 20);
      String part = word(random, alphabet, 3);
      var ranges = Folding.find(text, part, 99);
      assertThat(ranges.isEmpty())
          .as(text + " / " + part)
          .isEqualTo(!Folding.contains(text, part) || Folding.fold(part).isEmpty());
      int last = 0;
      for (TextRange range : ranges) {
        assertThat(range.start()).isGreaterThanOrEqualTo(last);
        last = range.end();
        assertThat(Folding.contains(text.substring(range.start(), range.end()), part)).isTrue();
      }
      assertThat(last).isLessThanOrEqualTo(text.length());
    }
  }

  private static String word(Random random, String alphabet, int most) {
    int[] all = alphabet.codePoints().toArray();
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      word.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return word.toString();
  }

  @Test
  void towers_of_marks_take_no_time() {
    String accents = "a" + "\u0301\u0323".repeat(32_000);
    String vowels = "\u0E01" + "\u0E48\u0E38".repeat(32_000);
    long before = ownWork();
    assertThat(Folding.fold(accents)).isEqualTo("a");
    assertThat(Folding.fold(vowels)).hasSize(vowels.length());
    assertThat(ownWork() - before).isLessThan(Duration.ofSeconds(2).toNanos());
  }

  /** Not the time that passed, which on a busy machine is that of others. */
  private static long ownWork() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
