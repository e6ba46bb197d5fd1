package org.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.json.JsonException;

class EntryTest {
  private static Entry text(Instant time, String text) {
    return new Entry(
        time,
        Direction.RECEIVED,
        "bob",
        "192.0.2.1:5000",
        "0a0b0c0d-0000-4000-8000-000000000001",
        "text",
        "0a0b0c0d-0000-4000-8000-000000000002",
        "READY",
        Outcomes.OK,
        "{\"header\":{}}",
        17L,
        null,
        text,
        null);
  }

  @Test
  void a_record_is_canonical_json_with_all_members() {
    Entry entry = text(Instant.parse("2026-07-01T09:30:00.123456Z"), "hé\n");
    assertThat(new String(entry.record(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"address\":\"192.0.2.1:5000\",\"body\":null,\"direction\":\"received\","
                + "\"id\":\"0a0b0c0d-0000-4000-8000-000000000002\",\"msg_type\":\"text\","
                + "\"of\":null,\"outcome\":\"ok\",\"pdu\":\"{\\\"header\\\":{}}\",\"pdu_size\":17,"
                + "\"peer\":\"bob\",\"session\":\"0a0b0c0d-0000-4000-8000-000000000001\","
                + "\"state\":\"READY\",\"text\":\"hé\\n\",\"time\":\"2026-07-01T09:30:00.123Z\"}");
  }

  @Test
  void a_time_always_has_three_digits_of_fraction() {
    for (String time :
        new String[] {
          "2026-07-01T09:30:00.000Z", "2026-07-01T09:30:00.100Z", "0000-01-01T00:00:00.001Z"
        }) {
      byte[] record = text(Instant.parse(time), "x").record();
      assertThat(new String(record, StandardCharsets.UTF_8)).contains("\"" + time + "\"");
    }
  }

  @Test
  void a_year_of_five_digits_has_no_record() {
    assertThatThrownBy(() -> text(Instant.parse("+10000-01-01T00:00:00Z"), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void half_a_surrogate_pair_has_no_record() {
    assertThatThrownBy(() -> text(Instant.EPOCH, "x\ud83d"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(Instant.EPOCH, "\udc00x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_was_written_is_read_back_whatever_the_text() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(40); i > 0; i--) {
        int point = random.nextInt(4) == 0 ? random.nextInt(0x80) : random.nextInt(0x110000);
        if (point < 0xD800 || point > 0xDFFF) {
          text.appendCodePoint(point);
        }
      }
      Entry entry = text(Instant.ofEpochMilli(random.nextInt()), text.toString());
      assertThat(Entry.parse(entry.record())).as("seed %d", seed).isEqualTo(entry);
    }
  }

  @Test
  void a_local_row_is_read_back() throws Exception {
    Entry entry = Entry.local(Instant.EPOCH, LocalTypes.REMOVE, 7L, "AAAA");
    assertThat(Entry.parse(entry.record())).isEqualTo(entry);
    assertThat(entry.isLocal(LocalTypes.REMOVE)).isTrue();
  }

  @Test
  void a_record_that_lacks_a_member_or_spells_a_time_otherwise_is_none() {
    String good = new String(text(Instant.EPOCH, "x").record(), StandardCharsets.UTF_8);
    for (String bad :
        new String[] {
          good.replace("\"of\":null,", ""),
          good.replace("1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00Z"),
          good.replace("received", "RECEIVED"),
          good.replace(":17,", ":-17,")
        }) {
      assertThat(bad).isNotEqualTo(good);
      assertThatThrownBy(() -> Entry.parse(bad.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(JsonException.class);
    }
  }

  @Test
  void it_prints_without_its_content() {
    assertThat(text(Instant.EPOCH, "secret").toString()).doesNotContain("secret", "bob");
  }
}
