package org.parley.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void members_are_sorted_by_utf_16_as_in_rfc_8785_section_3_2_3() {
    JsonObject value =
        JsonObject.empty()
            .with("\u20ac", "Euro Sign")
            .with("\r", "Carriage Return")
            .with("\ufb33", "Hebrew Letter Dalet With Dagesh")
            .with("1", "One")
            .with("\ud83d\ude00", "Emoji: Grinning Face")
            .with("\u0080", "Control")
            .with("\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(JsonWriter.canonical(value))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void strings_are_escaped_as_in_rfc_8785_section_3_2_2() throws Exception {
    JsonObject value =
        JsonReader.object(
            "{\"s\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                + "\"l\":[null,true,false]}",
            JsonProfile.STRICT);
    assertThat(JsonWriter.canonical(value))
        .isEqualTo("{\"l\":[null,true,false],\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void every_control_character_has_its_one_escape() throws Exception {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x100; c++) {
      all.append(c);
    }
    JsonObject value = JsonObject.empty().with("s", all.toString());
    String text = JsonWriter.canonical(value);
    assertThat(text)
        .contains("\\u0000\\u0001")
        .contains("\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e")
        .contains("\\u001f !\\\"#")
        .contains("[\\\\]")
        .contains("~\u007f\u0080");
    assertThat(JsonReader.object(text, JsonProfile.STRICT)).isEqualTo(value);
  }

  @Test
  void integers_are_written_plainly_and_fractions_not_at_all() {
    assertThat(
            JsonWriter.canonical(
                JsonObject.empty()
                    .with("a", JsonObject.MAX_INTEGER)
                    .with("b", -JsonObject.MAX_INTEGER)
                    .with("c", 0)))
        .isEqualTo("{\"a\":9007199254740991,\"b\":-9007199254740991,\"c\":0}");
    JsonObject fraction = JsonObject.empty().with("a", new BigDecimal("1.5"));
    assertThatThrownBy(() -> JsonWriter.canonical(fraction))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new String(JsonWriter.indented(fraction), UTF_8)).contains("1.5");
  }

  @Test
  void the_text_can_be_cut_around_members() {
    JsonObject value =
        JsonObject.empty()
            .with("z", 1)
            .with("b", JsonObject.empty().with("d", "\u00e9").with("c", 2).with("e", 3))
            .with("a", JsonObject.empty().with("c", 4));
    byte[][] pieces = JsonWriter.canonicalAround(value, "b.c", "b.e");
    assertThat(Arrays.stream(pieces).map(p -> new String(p, UTF_8)))
        .containsExactly(
            "{\"a\":{\"c\":4},\"b\":{\"c\":", ",\"d\":\"\u00e9\",\"e\":", "},\"z\":1}");
    assertThat(JsonWriter.canonicalAround(value)[0]).isEqualTo(JsonWriter.canonicalBytes(value));
    assertThatThrownBy(() -> JsonWriter.canonicalAround(value, "b.e", "b.c"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonWriter.canonicalAround(value, "b.x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_file_keeps_its_order_and_is_readable() throws Exception {
    JsonObject row = JsonObject.empty().with("z", 1).with("a", "x").with("e", JsonObject.empty());
    byte[] bytes = JsonWriter.indented(new JsonArray(List.of(row)));
    assertThat(new String(bytes, UTF_8))
        .isEqualTo("[\n  {\n    \"z\": 1,\n    \"a\": \"x\",\n    \"e\": {}\n  }\n]\n");
    assertThat(JsonReader.document(bytes, JsonProfile.FILE)).isEqualTo(new JsonArray(List.of(row)));
  }
}
