package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\r=1",
        "\n=1",
        "\u200b=1",
        "\u00a0=1",
        "\ufeff=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        "'=1",
        "'",
        "|calc"
      })
  void what_a_spreadsheet_could_take_for_a_formula_begins_with_an_apostrophe(String text) {
    assertThat(CsvTable.cell(text)).startsWith("'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "1 = 1", "a-b", "grüße 你好 👋🏽", "\"=1\"x", " x"})
  void what_is_no_formula_stays(String text) {
    assertThat(CsvTable.cell(text)).isEqualTo(text.replace("\"", "\"\""));
  }

  @Test
  void hidden_characters_are_written_out_and_line_ends_are_one() {
    assertThat(CsvTable.cell("a\u202eb\u0000c\u001bd")).isEqualTo("a\\u{202e}b\\u{0}c\\u{1b}d");
    assertThat(CsvTable.cell("a\r\nb\nc\rd\te")).isEqualTo("a\nb\nc\\u{d}d\te");
  }

  @Test
  void the_table_is_rfc_4180_in_utf_8_with_a_mark() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTable table = new CsvTable(out);
    table.begin();
    table.add(
        new ShownMessage(
            7,
            Instant.parse("2026-07-01T09:30:00.120Z"),
            false,
            "=bob",
            "id-1",
            "say \"hi\", you\r\nthere",
            Standing.RECEIVED));
    table.add(new ShownMessage(9, null, null, null, null, null, null));
    table.end();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\ufeff\"seq\",\"time\",\"direction\",\"peer\",\"text\",\"id\",\"outcome\"\r\n"
                + "\"7\",\"2026-07-01T09:30:00.120Z\",\"received\",\"'=bob\","
                + "\"say \"\"hi\"\", you\nthere\",\"id-1\",\"received\"\r\n"
                + "\"9\",\"\",\"\",\"\",\"\",\"\",\"damaged\"\r\n");
  }
}
