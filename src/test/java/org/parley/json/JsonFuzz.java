package org.parley.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The strict reader against a grammar of its own, and against what is written back. */
class JsonFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
            "{}",
            "[]",
            "{\"a\":[1,-2,true,false,null,\"x\\u00e9\\n\\\"\"],\"b_1\":{\"c\":9007199254740991}}",
            "{\"a\":\"\\ud83d\\ude00\",\"b\":\"\u00e9\u4e2d\ud83d\ude00\"} ",
            "[[[[[[[[1]]]]]]]]",
            "{\"a\":-0}",
            "{\"a\":1.0}",
            "{\"a\":1,\"a\":2}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void what_is_accepted_is_what_the_grammar_says_and_means_the_same_when_written(byte[] data)
      throws Exception {
    Object read;
    try {
      read = JsonReader.document(data, JsonProfile.STRICT);
    } catch (JsonException e) {
      assertThat(matches(data)).as("refused: %s", e.getMessage()).isFalse();
      return;
    }
    assertThat(matches(data)).as("accepted").isTrue();
    if (read instanceof JsonObject object) {
      byte[] canonical = JsonWriter.canonicalBytes(object);
      assertThat(JsonReader.object(canonical, JsonProfile.STRICT)).isEqualTo(object);
      assertThat(JsonWriter.canonicalBytes(JsonReader.object(canonical, JsonProfile.STRICT)))
          .isEqualTo(canonical);
    } else {
      byte[] indented = JsonWriter.indented((JsonArray) read);
      assertThat(JsonReader.document(indented, JsonProfile.STRICT)).isEqualTo(read);
    }
  }

  private static boolean matches(byte[] data) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
      return new StrictGrammar(text).matches();
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
