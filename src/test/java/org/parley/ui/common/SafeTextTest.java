package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void ordinary_text_stays_as_it_is() {
    String text = "Grüße,\n\t你好 👩‍👩‍👧 שלום‏! مرحبا";
    assertThat(SafeText.visible(text)).isEqualTo(text);
  }

  @Test
  void overrides_and_embeddings_become_visible() {
    assertThat(SafeText.visible("safe\u202Egpj.exe")).isEqualTo("safe⟨U+202E⟩gpj.exe");
    for (int c = 0x202a; c <= 0x202e; c++) {
      assertThat(SafeText.visible(new String(Character.toChars(c)))).startsWith("⟨U+202");
    }
  }

  @Test
  void control_characters_become_codes() {
    assertThat(SafeText.visible("a\u0000\u0007\u001bb\u007f"))
        .isEqualTo("a⟨U+0000⟩⟨U+0007⟩⟨U+001B⟩b⟨U+007F⟩");
    assertThat(SafeText.visible("\u0085")).isEqualTo("⟨U+0085⟩");
    assertThat(SafeText.visible("\u2028\u2029")).isEqualTo("⟨U+2028⟩⟨U+2029⟩");
  }

  @Test
  void a_windows_line_end_is_one_line_end_and_a_lone_return_is_shown() {
    assertThat(SafeText.visible("a\r\nb\rc")).isEqualTo("a\nb⟨U+000D⟩c");
  }

  @Test
  void what_is_invisible_is_shown() {
    assertThat(SafeText.visible("pay\u00adpal\u200b\ufeff\u2060"))
        .isEqualTo("pay⟨U+00AD⟩pal⟨U+200B⟩⟨U+FEFF⟩⟨U+2060⟩");
  }

  @Test
  void tags_hide_only_in_a_flag() {
    String flag = "\ud83c\udff4" + new String(Character.toChars(0xe0067));
    assertThat(SafeText.visible(flag)).isEqualTo("\ud83c\udff4");
    assertThat(SafeText.visible("a" + new String(Character.toChars(0xe0067))))
        .isEqualTo("a⟨U+E0067⟩");
  }

  @Test
  void a_line_holds_no_break_and_no_half_character() {
    assertThat(SafeText.line("a\nb\tc", 100)).isEqualTo("a b c");
    assertThat(SafeText.line("ab🙂cd", 3)).isEqualTo("ab…");
  }

  @Test
  void the_first_letter_gives_the_direction() {
    assertThat(SafeText.isRightToLeft("123 שלום abc")).isTrue();
    assertThat(SafeText.isRightToLeft("abc שלום")).isFalse();
    assertThat(SafeText.isRightToLeft("")).isFalse();
  }

  @Test
  void a_name_in_a_sentence_is_fenced_only_where_it_could_turn_it_round() {
    assertThat(SafeText.quoted("alice")).isEqualTo("alice");
    assertThat(SafeText.quoted("\u05d0\u05d1")).isEqualTo("\u200e\u05d0\u05d1\u200e");
  }

  @Test
  void shades_of_skin_are_left_out_after_a_picture_only() {
    assertThat(SafeText.visible("ok 👍🏽 👨🏿\u200d👩🏻 ✌️🏽")).isEqualTo("ok 👍 👨\u200d👩 ✌️");
    assertThat(SafeText.visible("🏽 a🏽")).isEqualTo("🏽 a🏽");
  }
}
