package org.parley.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static JsonObject strict(String text) throws JsonException {
    return JsonReader.object(text.getBytes(UTF_8), JsonProfile.STRICT);
  }

  private static boolean accepts(String text, JsonProfile profile) {
    try {
      JsonReader.document(text.getBytes(UTF_8), profile);
      return true;
    } catch (JsonException e) {
      return false;
    }
  }

  @Test
  void all_kinds_of_values_are_read() throws Exception {
    JsonObject value =
        strict(
            " {\"s\":\"\u00e9\\u00e9\\ud83d\\udc4b\\n\",\"i\":-7,\"b\":true,\"n\":null,"
                + "\"o\":{\"x\":0},\"a\":[1,\"1\",[]]}\r\n\t");
    assertThat(value.string("s")).isEqualTo("\u00e9\u00e9\ud83d\udc4b\n");
    assertThat(value.integer("i", -7, -7)).isEqualTo(-7);
    assertThat(value.bool("b")).isTrue();
    assertThat(value.has("n")).isTrue();
    assertThat(value.stringOrNull("n")).isNull();
    assertThat(value.integerOrNull("n", 0, 1)).isNull();
    assertThat(value.object("o").integer("x", 0, 1)).isZero();
    assertThat(value.array("a").values()).isEqualTo(List.of(1L, "1", new JsonArray(List.of())));
    assertThat(value.toString()).doesNotContain("-7");
  }

  @Test
  void a_getter_of_another_type_says_so() throws Exception {
    JsonObject value = strict("{\"s\":\"5\",\"i\":5,\"n\":null}");
    assertThatThrownBy(() -> value.integer("s", 0, 9)).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> value.string("i")).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> value.string("n")).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> value.stringOrNull("x")).hasMessageContaining("missing");
    assertThatThrownBy(() -> value.integer("i", 6, 9)).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> value.object("i")).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> value.array("i")).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> value.bool("i")).isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "\"a\"",
        "null",
        "x",
        "{",
        "}",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\"=1}",
        "{\"a\":1;\"b\":2}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'x'}",
        "{true:1}",
        "{null:1}",
        "{1:1}",
        "{\"a\":x}",
        "{\"a\":True}",
        "{\"a\":NULL}",
        "{\"a\":nul}",
        "{\"a\":truefalse}",
        "{\"a\":true false}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":undefined}",
        "{\"a\":[1,]}",
        "{\"a\":[,1]}",
        "{\"a\":[1 2]}",
        "{\"a\":[1}",
        "{\"a\":[1,2}",
        "{\"a\":[,]}",
        "{\"a\":[1,,2]}",
        "{} {}",
        "{}x",
        "{}}",
        "{},",
        "{}[]",
        "[{}]x",
        "{\"a\":1}//x",
        "{\"a\":/* */1}",
        "#x\n{}",
        "\ufeff{}",
        "{\"a\":1\u00a0}",
        "{\"a\":\f1}",
        "{\"a\":\u000b1}",
        "{\"a\":1}\u0000",
        "{\"a\":\"\u0000\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\u001f\"}",
        "{\"a\":\"\\x41\"}",
        "{\"a\":\"\\'\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\u+123\"}",
        "{\"a\":\"\\U1234\"}",
        "{\"a\":\"\\\"}",
        "{\"a\":\"",
        "{\"a\":\"\\",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\"}",
        "{\"a\":\"\\ud800x\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":\"\\ud800\\ud800\\udc00\"}",
        "{\"\\ud800\":1}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
        "{\"o\":{\"a\":1,\"a\":2}}",
        "{\"a\":{} {}}",
        "{\"a\":(1)}",
        "{\"a\":\"b\" \"c\"}",
        "{\"a\":\"b\":\"c\"}",
        "{:1}",
        "{\"\":}",
        "{\"a\"::1}",
        "[1:2]",
        "{\"a\":-}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":5.}",
        "{\"a\":0x10}",
        "{\"a\":1e}",
        "{\"a\":--1}",
        "{\"a\":1-1}",
        "{\"a\":01}",
        "{\"a\":-01}",
        "{\"a\":00}",
        "{\"a\":1 1}"
      })
  void what_is_no_json_is_refused_by_both_profiles(String text) {
    assertThat(accepts(text, JsonProfile.STRICT)).isFalse();
    assertThat(accepts(text, JsonProfile.FILE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":-0}",
        "{\"a\":1.0}",
        "{\"a\":1e3}",
        "{\"a\":1E3}",
        "{\"a\":0.5}",
        "{\"a\":9007199254740992}",
        "{\"a\":-9007199254740992}",
        "{\"a\":10000000000000000}",
        "{\"a\":9999999999999999}",
        "{\"a\":100000000000000000000}",
        "{\"A\":1}",
        "{\"\":1}",
        "{\"a-b\":1}",
        "{\"\\u00e9\":1}",
        "{\"a b\":1}",
        "{\"a\":{\"A\":1}}",
        "{\"a\":[{\"A\":1}]}",
        "{\"abcdefghijklmnopqrstuvwxyz0123456\":1}",
        "{\"a\":[[[[[[[[]]]]]]]]}"
      })
  void the_strict_profile_refuses_what_parsers_disagree_about(String text) {
    assertThat(accepts(text, JsonProfile.STRICT)).isFalse();
    assertThat(accepts(text, JsonProfile.FILE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"abcdefghijklmnopqrstuvwxyz012345\":1}",
        "{\"_0\":0}",
        "{\"a\":[[[[[[[]]]]]]]}",
        "{\"a\":9007199254740991,\"b\":-9007199254740991}",
        "{\"a\":\"\\/\\b\\f\\uD83D\\uDC4B\"}",
        "{\"a\":\"{[,:]}\"}",
        "{\"a\":\"\u007f\u2028\ufeff\"}",
        "{\"a\":\"null\",\"b\":\"1\"}",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}"
      })
  void the_edges_are_taken_and_come_back_the_same(String text) throws Exception {
    JsonObject value = strict(text);
    assertThat(strict(JsonWriter.canonical(value))).isEqualTo(value);
  }

  @Test
  void strings_that_look_like_other_values_stay_strings() throws Exception {
    JsonObject value = strict("{\"a\":\"true\",\"b\":\"null\",\"c\":\"-0\",\"d\":\"1\"}");
    for (String name : value.names()) {
      assertThat(value.get(name)).isInstanceOf(String.class);
    }
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    for (String bad :
        List.of(
            "\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00e9", "\u00f5\u0080\u0080\u0080")) {
      byte[] bytes = ("{\"a\":\"" + bad + "\"}").getBytes(ISO_8859_1);
      assertThatThrownBy(() -> JsonReader.object(bytes, JsonProfile.STRICT))
          .isInstanceOf(JsonException.class);
    }
  }

  @Test
  void the_message_never_quotes_the_text() {
    for (String text :
        List.of("{\"a\":\"secret\"x}", "{\"a\":secret}", "{\"secret\":1,\"secret\":2}")) {
      assertThatThrownBy(() -> strict(text)).hasMessageNotContaining("secret");
    }
  }

  @Test
  void deep_nesting_does_not_exhaust_the_stack() {
    String deep = "[".repeat(100_000);
    assertThat(accepts("{\"a\":" + deep, JsonProfile.STRICT)).isFalse();
    assertThat(accepts(deep, JsonProfile.FILE)).isFalse();
    assertThat(accepts("[".repeat(64) + "]".repeat(64), JsonProfile.FILE)).isTrue();
    assertThat(accepts("[".repeat(65) + "]".repeat(65), JsonProfile.FILE)).isFalse();
  }

  @Test
  void changed_texts_are_taken_exactly_if_the_grammar_takes_them() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] seeds = {
      "{\"header\":{\"crc\":0,\"msg_type\":\"ack\"},\"message\":null,\"list\":[1,true,\"\\u0041\"]}",
      "{\"a\" : [ { } , [ ] , -12 , false , \"x\\\\\" ] , \"b_1\" : \"\\ud83d\\udc4b\"}"
    };
    String alphabet = "{}[],:\"\\ \t\n01289-+.eEtrufalsnxab_/'#;=()\u00e9\u0001d8c";
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, c);
          case 2 -> text.deleteCharAt(at);
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 6)));
        }
      }
      boolean expected = new StrictGrammar(text.toString()).matches();
      assertThat(accepts(text.toString(), JsonProfile.STRICT))
          .as("seed " + seed + ": " + text)
          .isEqualTo(expected);
    }
  }
}
