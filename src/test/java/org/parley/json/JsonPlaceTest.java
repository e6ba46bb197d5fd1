package org.parley.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who edits a file by hand is told where it went wrong. */
class JsonPlaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'[\n  1,\n  x\n]'           | 3",
        "'[\n\n  01\n]'              | 3",
        "'[\n{\"a\": 1,\n \"a\": 2}]' | 3",
        "'[\n1\n2]'                  | 3",
        "'[1]\n\n x'                 | 3",
        "'[1,\n2,\n'                 | 2",
        "'[\n\"a\nb\"]'              | 2",
        "'{\n\"a\" 1}'               | 2",
      })
  void the_line_is_named(String text, int line) {
    assertThatThrownBy(
            () -> JsonReader.document(text.getBytes(StandardCharsets.UTF_8), JsonProfile.FILE))
        .isInstanceOfSatisfying(
            JsonException.class,
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isPositive();
            });
  }
}
