package org.parley.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeTextTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void what_the_locale_lost_is_read_again() {
    String[] given = {"send", "\uFFFD\uFFFD\uFFFD", "Gr\uFFFD\uFFFDn?"};
    List<byte[]> system =
        List.of(bytes("java"), bytes("-jar"), bytes("send"), bytes("伟"), bytes("Grün?"));

    assertThat(NativeText.mended(given, system)).containsExactly("send", "伟", "Grün?");
  }

  @Test
  void arguments_of_another_program_are_left_alone() {
    String[] given = {"\uFFFD\uFFFD"};

    assertThat(NativeText.mended(given, List.of(bytes("mvn"), bytes("-Dexec.args=ü"))))
        .containsExactly("\uFFFD\uFFFD");
    assertThat(NativeText.mended(given, List.of(bytes("ab")))).containsExactly("\uFFFD\uFFFD");
    assertThat(NativeText.mended(given, List.of())).containsExactly("\uFFFD\uFFFD");
  }

  @Test
  void bytes_that_are_no_utf_8_are_left_as_java_gave_them() {
    String[] given = {"\uFFFD"};

    assertThat(NativeText.mended(given, List.of(new byte[] {(byte) 0xff})))
        .containsExactly("\uFFFD");
  }
}
