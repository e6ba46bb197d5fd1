package org.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageInputTest {
  private static String read(String typed) throws IOException {
    return MessageInput.text(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"'a\n',a", "'a\r\n',a", "a,a", "'a\n\n','a\n'", "'a\nb','a\nb'", "'\n',''"})
  void one_line_break_at_the_end_is_no_part_of_the_message(String typed, String message)
      throws IOException {
    assertThat(read(typed)).isEqualTo(message);
  }

  @Test
  void sixty_four_kib_and_a_line_break_fit() throws IOException {
    String most = "ü".repeat(32 * 1024);

    assertThat(read(most + "\n")).isEqualTo(most);
    assertThat(read(most + "\r\n")).isEqualTo(most);
  }

  @Test
  void more_is_not_read_to_its_end() {
    assertThatThrownBy(() -> read("x".repeat(70_000))).isInstanceOf(MessageInput.TooLong.class);
  }

  @Test
  void what_is_no_utf_8_is_refused() {
    assertThatThrownBy(
            () -> MessageInput.text(new ByteArrayInputStream(new byte[] {'a', (byte) 0xc3})))
        .isInstanceOf(CharacterCodingException.class);
  }
}
