package org.parley.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object. Members keep the order in which they were put; the canonical writer
 * sorts. A getter of the wrong type throws {@link JsonException}, so that reading a shape and
 * checking it are one thing. It has no {@code toString} that shows values: some are secret.
 */
public final class JsonObject {
  /** The largest integer that every JSON implementation holds exactly, 2^53-1. */
  public static final long MAX_INTEGER = (1L << 53) - 1;

  private static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, @Nullable Object> members;

  private JsonObject(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /** The object without members. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** The object with these members, in their order. */
  public static JsonObject of(Map<String, @Nullable Object> members) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(2 * members.size());
    members.forEach((name, value) -> copy.put(name, checked(value)));
    return taking(copy);
  }

  static JsonObject taking(Map<String, @Nullable Object> members) {
    return new JsonObject(Collections.unmodifiableMap(members));
  }

  static @Nullable Object checked(@Nullable Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value == null
        || value instanceof String
        || value instanceof Long
        || value instanceof BigDecimal
        || value instanceof Boolean
        || value instanceof JsonObject
        || value instanceof JsonArray) {
      return value;
    }
    throw new IllegalArgumentException("JSON has no " + value.getClass());
  }

  /** A copy in which {@code name} has this value; an existing member keeps its place. */
  public JsonObject with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(members);
    copy.put(name, checked(value));
    return taking(copy);
  }

  /** A copy without that member. */
  public JsonObject without(String name) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(members);
    copy.remove(name);
    return taking(copy);
  }

  /** Names in the order in which they were put. */
  public Set<String> names() {
    return members.keySet();
  }

  /** Whether there is such a member, null included. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** The value as it is; null where it is null or missing. */
  public @Nullable Object get(String name) {
    return members.get(name);
  }

  /** A string. */
  public String string(String name) throws JsonException {
    return typed(name, String.class, "a string");
  }

  /** A string or null; the member itself must be there. */
  public @Nullable String stringOrNull(String name) throws JsonException {
    Object value = members.get(name);
    return value == null && has(name) ? null : typed(name, value, String.class, "a string");
  }

  /** An integer within the given bounds, both included. */
  public long integer(String name, long least, long most) throws JsonException {
    return within(typed(name, Long.class, "an integer"), name, least, most);
  }

  /** An integer or null; the member itself must be there. */
  public @Nullable Long integerOrNull(String name, long least, long most) throws JsonException {
    Object value = members.get(name);
    return value == null && has(name)
        ? null
        : within(typed(name, value, Long.class, "an integer"), name, least, most);
  }

  /** True or false. */
  public boolean bool(String name) throws JsonException {
    return typed(name, Boolean.class, "true or false");
  }

  /** An object. */
  public JsonObject object(String name) throws JsonException {
    return typed(name, JsonObject.class, "an object");
  }

  /** An array. */
  public JsonArray array(String name) throws JsonException {
    return typed(name, JsonArray.class, "an array");
  }

  private static Long within(Long value, String name, long least, long most) throws JsonException {
    if (value < least || value > most) {
      throw new JsonException(name + " is not within " + least + " and " + most);
    }
    return value;
  }

  private <T> T typed(String name, Class<T> type, String what) throws JsonException {
    return typed(name, members.get(name), type, what);
  }

  private <T> T typed(String name, @Nullable Object value, Class<T> type, String what)
      throws JsonException {
    if (!type.isInstance(value)) {
      throw new JsonException(name + (has(name) ? " is not " + what : " is missing"));
    }
    return type.cast(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonObject object && object.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return "JsonObject" + members.keySet();
  }
}
