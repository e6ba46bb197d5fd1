package org.parley.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void letters_marks_and_emoji_stay_as_they_are() {
    String text = "Grüße, 张伟 नमस्ते می\u200cخواهم 👩\u200d👩\u200d👧 e\u0301";

    assertThat(VisibleText.line(text)).isEqualTo(text);
  }

  @Test
  void an_escape_sequence_is_written_out() {
    assertThat(VisibleText.line("\u001b[2J\u0007\u009b31m"))
        .isEqualTo("\\u{1b}[2J\\u{7}\\u{9b}31m");
  }

  @Test
  void a_change_of_the_writing_direction_is_written_out() {
    assertThat(VisibleText.line("a\u202egpj.exe\u2066\u200f"))
        .isEqualTo("a\\u{202e}gpj.exe\\u{2066}\\u{200f}");
  }

  @Test
  void a_carriage_return_cannot_overwrite_the_line() {
    assertThat(VisibleText.line("harmless\rbob: evil")).isEqualTo("harmless\\rbob: evil");
  }

  @Test
  void a_line_break_stays_on_one_line_where_one_is_asked_for() {
    assertThat(VisibleText.line("a\r\nb\nc\td")).isEqualTo("a\\nb\\nc\\td");
  }

  @Test
  void lines_of_a_block_are_indented_so_that_none_begins_like_ours() {
    assertThat(VisibleText.block("a\nbob: b\u2028c", "    ")).isEqualTo("a\n    bob: b\\u{2028}c");
  }
}
