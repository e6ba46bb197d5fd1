package org.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
  private static List<String> lines(byte[] input, int limit) throws IOException {
    BoundedLines lines = new BoundedLines(new ByteArrayInputStream(input), limit);
    List<String> all = new ArrayList<>();
    for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
      all.add(line.text());
    }
    return all;
  }

  @Test
  void lines_end_at_lf_cr_lf_or_the_end() throws IOException {
    assertThat(lines("a\nü\r\n\nlast".getBytes(StandardCharsets.UTF_8), 10))
        .containsExactly("a", "ü", "", "last");
  }

  @Test
  void a_line_beyond_the_limit_is_passed_over_and_the_next_is_read() throws IOException {
    assertThat(lines("0123456789\n01234567890\nnext\n".getBytes(StandardCharsets.UTF_8), 10))
        .containsExactly("0123456789", null, "next");
  }

  @Test
  void a_line_that_is_no_utf_8_is_passed_over() throws IOException {
    assertThat(lines(new byte[] {(byte) 0xff, '\n', 'a', '\n'}, 10)).containsExactly(null, "a");
  }
}
