package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PduTextTest {
  @Test
  void utf8_is_kept_as_it_is() {
    String pdu = "{\"a\": \"é\t😀\"} ";
    assertThat(PduText.of(pdu.getBytes(StandardCharsets.UTF_8))).isEqualTo(pdu);
  }

  @Test
  void what_is_no_utf8_is_kept_as_base64_of_its_first_4096_bytes() {
    byte[] wire = new byte[5000];
    Arrays.fill(wire, (byte) 0xff);
    assertThat(PduText.of(wire))
        .isEqualTo("base64:" + Base64.getEncoder().encodeToString(Arrays.copyOf(wire, 4096)));
    byte[] brief = {(byte) 0xc3};
    assertThat(PduText.of(brief)).isEqualTo("base64:ww==");
  }

  @Test
  void the_largest_pdu_is_kept_whole_unless_escaping_makes_it_too_long() {
    byte[] wire = new byte[256 * 1024];
    Arrays.fill(wire, (byte) '"');
    assertThat(PduText.of(wire)).hasSize(wire.length);
    Arrays.fill(wire, (byte) 1);
    assertThat(PduText.of(wire)).startsWith("base64:AQEB");
  }

  @Test
  void an_entry_of_the_longest_pdu_and_text_fits_a_row() {
    byte[] wire = new byte[256 * 1024];
    Arrays.fill(wire, (byte) '\\');
    String text = "\u0001".repeat(64 * 1024);
    Entry entry =
        new Entry(
            java.time.Instant.EPOCH,
            Direction.RECEIVED,
            "b",
            "a",
            "s",
            "text",
            "i",
            "s",
            "ok",
            PduText.of(wire),
            1L,
            null,
            text,
            null);
    assertThat(entry.record().length).isLessThanOrEqualTo(EntrySealer.MAX_RECORD);
  }

  @Test
  void the_caller_may_set_tighter_bounds() {
    byte[] wire = "x".repeat(100).getBytes(StandardCharsets.UTF_8);
    assertThat(PduText.of(wire, 99, 3)).isEqualTo("base64:eHh4");
    assertThat(PduText.of(wire, 100, 3)).hasSize(100);
  }
}
