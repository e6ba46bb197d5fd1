package org.parley.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader may leave a text to the general one; it may never read it otherwise. */
class QuickReaderTest {
  private static final String[] PIECES = {
    "a", "\"", "\\", "\n", "\t", "\u0001", "ä", "€", "😀", "/", "{", "}", ",", ":", "\u2028", " ",
    "\uFFFD", "null"
  };

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What the general reader says; null where it refuses. */
  private static JsonObject general(byte[] bytes) {
    try {
      return (JsonObject)
          JsonReader.document(bytes, JsonProfile.STRICT); // which does not ask the quick one
    } catch (JsonException | ClassCastException e) {
      return null;
    }
  }

  private static void assertNeverOtherwise(byte[] bytes) {
    JsonObject quick = QuickReader.read(bytes);
    if (quick != null) {
      assertThat(general(bytes)).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(quick);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"b\",\"c\":null,\"d\":-12,\"e\":true,\"f\":false}",
        "{\"text\":\"a \\\"quoted\\\" line\\n and ä € 😀\"}",
        "{\"n\":999999999999999,\"z\":0}",
        "{\"a\":{\"b\":{\"c\":1},\"d\":null},\"e\":2}",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}"
      })
  void what_our_writer_makes_is_read_at_once(String text) {
    assertThat(QuickReader.read(utf8(text))).isNotNull().isEqualTo(general(utf8(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "{\"a\":1",
        "{\"a\":1}x",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{\"A\":1}",
        "{\"a\": 1}",
        "{\"a\":01}",
        "{\"a\":-0}",
        "{\"a\":-}",
        "{\"a\":1.0}",
        "{\"a\":1e3}",
        "{\"a\":9999999999999999}",
        "{\"a\":nul}",
        "{\"a\":{}}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"a\":{\"b\":1}",
        "{\"a\":{\"b\":1}}}",
        "{\"a\":[1]}",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}",
        "{\"a\":\"\\u0061\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"b}",
        "{\"a\":\"\\\"}",
        "{\"a\":\"\uFFFD\"}"
      })
  void what_is_wrong_or_unusual_is_left_to_the_general_reader(String text) {
    assertThat(QuickReader.read(utf8(text))).isNull();
  }

  @Test
  void bytes_that_are_no_utf8_are_left_too() {
    byte[] lone = utf8("{\"a\":\"xx\"}");
    lone[6] = (byte) 0xC3;
    assertThat(QuickReader.read(lone)).isNull();
    byte[] half = utf8("{\"a\":\"xxx\"}");
    half[6] = (byte) 0xED; // half of a surrogate pair, as some spell it
    half[7] = (byte) 0xA0;
    half[8] = (byte) 0x80;
    assertThat(QuickReader.read(half)).isNull();
  }

  @Test
  void whatever_the_bytes_it_agrees_with_the_general_reader_or_says_nothing() {
    long seed = System.nanoTime();
    System.out.println("QuickReaderTest seed " + seed);
    Random random = new Random(seed);
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = JsonWriter.canonicalBytes(object(random));
      read += QuickReader.read(bytes) == null ? 0 : 1;
      assertNeverOtherwise(bytes);
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) "\"\\{}:,0-nu ".charAt(random.nextInt(11))
                : (byte) random.nextInt(256);
      }
      assertNeverOtherwise(bytes);
    }
    assertThat(read).isGreaterThan(5_000); // or the test above would say nothing
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"b\":1},\"c\":{\"b\":\"x\"}}",
        "{\"a\":{\"a\":0,\"b\":null,\"c\":{\"b\":5}},\"b\":2,\"c\":{\"b\":\"\\n \\\" ä\"}}"
      })
  void a_canonical_text_is_cut_as_the_writer_cuts_it(String text) throws JsonException {
    JsonReader.Cut cut = JsonReader.cut(utf8(text), "a.b", "c.b");
    assertThat(cut.around()).isDeepEqualTo(JsonWriter.canonicalAround(cut.object(), "a.b", "c.b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"c\":{\"b\":1},\"a\":{\"b\":1}}",
        "{\"a\":{\"c\":0,\"b\":1},\"c\":{\"b\":1}}",
        "{\"a\":{\"b\":1},\"c\":{\"b\":\"\\/\"}}",
        "{\"a\":{\"b\":1},\"c\":{\"b\":\"\\u0061\"}}",
        "{\"a\": {\"b\":1},\"c\":{\"b\":1}}",
        "{\"a\":{\"b\":1}}"
      })
  void what_is_not_canonical_or_lacks_a_member_is_not_cut(String text) throws JsonException {
    assertThat(JsonReader.cut(utf8(text), "a.b", "c.b").around()).isNull();
  }

  @Test
  void whatever_is_cut_is_what_the_writer_would_write() throws JsonException {
    Random random = new Random(7);
    int cuts = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = JsonWriter.canonicalBytes(object(random));
      bytes[random.nextInt(bytes.length)] = (byte) "\"\\{}:,0-nu/b ".charAt(random.nextInt(13));
      JsonObject read = QuickReader.read(bytes);
      if (read == null || !read.has("a")) {
        continue;
      }
      byte[][] around = JsonReader.cut(bytes, "a").around();
      if (around != null) {
        cuts++;
        assertThat(around).isDeepEqualTo(JsonWriter.canonicalAround(read, "a"));
      }
    }
    assertThat(cuts).isGreaterThan(400); // or the test above would say nothing
  }

  private static JsonObject object(Random random) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = random.nextInt(4) + 1; i > 0; i--) {
      Object value =
          switch (random.nextInt(5)) {
            case 0 -> null;
            case 3 -> object(random);
            case 1 -> random.nextLong() % (1L << 53);
            case 2 -> random.nextBoolean();
            default -> text(random);
          };
      members.put(List.of("a", "b_1", "text", "msg_type").get(i - 1), value);
    }
    return JsonObject.of(members);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
