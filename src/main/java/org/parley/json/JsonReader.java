package org.parley.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONParserConfiguration;
import org.json.JSONTokener;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text (RFC 8259), strictly: no extensions, no duplicate members, valid UTF-8, no
 * lone surrogates, no byte order mark, nothing after the value. What the profile adds stands there.
 */
public final class JsonReader {
  private JsonReader() {}

  /** The object that these UTF-8 bytes are. The caller has bounded their number. */
  public static JsonObject object(byte[] utf8, JsonProfile profile) throws JsonException {
    JsonObject flat = profile == JsonProfile.STRICT ? QuickReader.read(utf8) : null;
    return flat == null ? object(decode(utf8), profile) : flat;
  }

  /**
   * An object, and its canonical text cut around some values.
   *
   * @param around as {@link JsonWriter#canonicalAround} makes it; null where the text that was read
   *     is not known to be the canonical one
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Cut(JsonObject object, byte @Nullable [][] around) {}

  /**
   * As {@link #object(byte[], JsonProfile)} with {@link JsonProfile#STRICT}, and where the bytes
   * are canonical also cuts them, so that nobody has to serialise the object again.
   *
   * @param open paths as of {@link JsonWriter#canonicalAround}
   */
  public static Cut cut(byte[] utf8, String... open) throws JsonException {
    Cut quick = QuickReader.cut(utf8, open);
    return quick == null ? new Cut(object(decode(utf8), JsonProfile.STRICT), null) : quick;
  }

  /** The object that this text is. */
  public static JsonObject object(String text, JsonProfile profile) throws JsonException {
    if (read(text, profile) instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("not a JSON object");
  }

  /** The object or array that these UTF-8 bytes are. */
  public static Object document(byte[] utf8, JsonProfile profile) throws JsonException {
    return read(decode(utf8), profile);
  }

  private static String decode(byte[] utf8) throws JsonException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonException("not valid UTF-8");
    }
  }

  private static Object read(String text, JsonProfile profile) throws JsonException {
    LexicalCheck.check(text, profile);
    JSONParserConfiguration strict =
        new JSONParserConfiguration()
            .withStrictMode(true)
            .withMaxNestingDepth(profile.maxDepth() + 1);
    JSONTokener tokens = new JSONTokener(new TextReader(text), strict);
    try {
      char first = tokens.nextClean();
      tokens.back();
      Object value = first == '[' ? new JSONArray(tokens, strict) : new JSONObject(tokens, strict);
      if (tokens.nextClean() != 0) {
        throw JsonException.at("something follows the value", text, index(tokens));
      }
      return value instanceof JSONArray array ? array(array, profile) : object(value, profile);
    } catch (org.json.JSONException e) {
      // Its message quotes the text, which may be secret: only the place is told.
      throw JsonException.at("not JSON", text, index(tokens));
    }
  }

  // The tokener tells how far it came only in words: " at 12 [character 3 line 2]".
  private static int index(JSONTokener tokens) {
    String digits = tokens.toString().replaceFirst("(?s)^ at (\\d+).*$", "$1");
    try {
      return Math.max(0, Integer.parseInt(digits) - 1);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static JsonObject object(Object parsed, JsonProfile profile) throws JsonException {
    JSONObject source = (JSONObject) parsed;
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name : source.keySet()) {
      if (profile == JsonProfile.STRICT && !isName(name)) {
        throw new JsonException("a member name that is not allowed here");
      }
      members.put(name, value(source.get(name), profile));
    }
    return JsonObject.taking(members);
  }

  private static JsonArray array(JSONArray source, JsonProfile profile) throws JsonException {
    List<@Nullable Object> values = new ArrayList<>(source.length());
    for (Object value : source) {
      values.add(value(value, profile));
    }
    return new JsonArray(values);
  }

  private static @Nullable Object value(Object parsed, JsonProfile profile) throws JsonException {
    if (parsed instanceof JSONObject) {
      return object(parsed, profile);
    }
    if (parsed instanceof JSONArray array) {
      return array(array, profile);
    }
    if (parsed instanceof Integer || parsed instanceof Long) {
      return ((Number) parsed).longValue();
    }
    if (parsed instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (parsed instanceof Double || parsed instanceof Float) {
      return new BigDecimal(parsed.toString());
    }
    return JSONObject.NULL.equals(parsed) ? null : parsed;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= 32
        && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
  }
}
