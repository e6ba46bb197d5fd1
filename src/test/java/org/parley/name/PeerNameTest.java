package org.parley.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.name.InvalidNameException.Rule;

class PeerNameTest {
  private static Rule broken(String text) {
    try {
      PeerName.of(text);
      return null;
    } catch (InvalidNameException e) {
      return e.rule();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "Alice B. Carol",
        "zo\u00eb",
        "\u5f20\u4f1f",
        "\ud83d\udc4b",
        "o'neil-7_\"",
        "\\"
      })
  void a_name_is_taken_as_it_stands(String text) throws Exception {
    PeerName name = PeerName.of(text);
    assertThat(name).hasToString(text).isEqualTo(PeerName.normalise(text));
    assertThat(name.utf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void length_counts_code_points() {
    assertThat(broken("")).isEqualTo(Rule.EMPTY);
    assertThat(broken("x".repeat(64))).isNull();
    assertThat(broken("x".repeat(65))).isEqualTo(Rule.TOO_LONG);
    assertThat(broken("\ud83d\udc4b".repeat(64))).isNull();
    assertThat(broken("\ud83d\udc4b".repeat(65))).isEqualTo(Rule.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\u007fb",
        "a\u0085b", // Cc
        "a\u200db",
        "a\u202eb",
        "a\ufeffb",
        "a\u00adb", // Cf
        "a\ud83db",
        "a\udc4bb", // Cs
        "a\ue000b",
        "a\udbff\udffdb", // Co
        "a\uffffb",
        "a\u0378b", // Cn
        "a\u2028b",
        "a\u2029b" // Zl, Zp
      })
  void characters_that_could_imitate_are_refused(String text) {
    assertThat(broken(text)).isEqualTo(Rule.CHARACTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "\u00a0a", "a\u3000", " "})
  void white_space_may_stand_inside_only(String text) {
    assertThat(broken(text)).isEqualTo(Rule.SPACE_AT_END);
    assertThat(broken("a b")).isNull();
  }

  @Test
  void what_is_not_nfc_is_refused_from_a_peer_and_normalised_from_a_file() throws Exception {
    assertThat(broken("zoe\u0308")).isEqualTo(Rule.NOT_NORMAL);
    assertThat(PeerName.normalise("zoe\u0308")).isEqualTo(PeerName.of("zo\u00eb"));
    assertThatThrownBy(() -> PeerName.normalise("x".repeat(100_000)))
        .isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> PeerName.normalise("\u0344".repeat(40)))
        .isInstanceOf(InvalidNameException.class);
  }

  @Test
  void order_is_that_of_the_utf_8_bytes() throws Exception {
    // By UTF-16 the surrogates of U+10000 would come before U+FFFD.
    assertThat(PeerName.of("\ufffd")).isLessThan(PeerName.of("\ud800\udc00"));
    assertThat(PeerName.of("a")).isLessThan(PeerName.of("aa")).isLessThan(PeerName.of("\u00e9"));
    assertThat(PeerName.of("a")).isEqualByComparingTo(PeerName.of("a"));
    assertThat(PeerName.of("a").hashCode()).isEqualTo(PeerName.of("a").hashCode());
    assertThat(PeerName.of("a").equals("a")).isFalse();
  }

  @Test
  void names_that_differ_by_case_width_or_spaces_look_alike() throws Exception {
    PeerName alice = PeerName.of("Alice B");
    for (String other : new String[] {"alice b", "ALICEB", "Alice\u3000B", "\uff21lice B"}) {
      assertThat(alice.looksLike(PeerName.of(other))).as(other).isTrue();
    }
    assertThat(alice.looksLike(PeerName.of("Alicia B"))).isFalse();
    assertThat(PeerName.of("stra\u00dfe").looksLike(PeerName.of("STRASSE"))).isTrue();
  }

  @Test
  void the_exception_names_the_rule_and_not_the_text() {
    assertThatThrownBy(() -> PeerName.of("secret\n")).hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "bob, \u0412ob", // Cyrillic Ve
    "paul, \u0440\u0430ul", // Cyrillic er, a
    "Nikos, \u039dikos", // Greek Nu
    "kim, \u043aim", // Cyrillic ka
    "alice, aIice", // a capital I for the small l
    "alice, a1ice",
    "Ivan, ivan",
    "BOB, B0B",
    "martin, rnartin", // r and n
    "bob, \uff42\uff4f\uff42", // full width
    "bob, b\u034fob", // combining grapheme joiner
    "bob, b\ufe0fob", // variation selector
    "bob, bo\u3164b" // Hangul filler
  })
  void letters_of_other_scripts_and_invisible_ones_look_alike(String one, String other)
      throws Exception {
    assertThat(PeerName.normalise(one).looksLike(PeerName.normalise(other))).isTrue();
    assertThat(PeerName.normalise(other).looksLike(PeerName.normalise(one))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ali, all", "jim, tim", "bob, b\u00f6b", "\u0438ван, ivan", "anna, ana"})
  void names_that_one_can_tell_apart_do_not(String one, String other) throws Exception {
    assertThat(PeerName.normalise(one).looksLike(PeerName.normalise(other))).isFalse();
  }
}
