package org.parley.settings;

import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;

/** Reads members that each may be missing; one that cannot be used is noted, and counts as such. */
final class Members {
  private final JsonObject json;
  private final Set<String> unusable = new HashSet<>();

  Members(JsonObject json) {
    this.json = json;
  }

  /** One of an enum's values, written in lower case. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    if (!json.has(key)) {
      return otherwise;
    }
    for (E value : type.getEnumConstants()) {
      if (written(value).equals(json.get(key))) {
        return value;
      }
    }
    unusable.add(key);
    return otherwise;
  }

  /** An integer in the range; empty where there is none. */
  OptionalInt integer(String key, int least, int most) {
    if (!json.has(key)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of((int) json.integer(key, least, most));
    } catch (JsonException e) {
      unusable.add(key);
      return OptionalInt.empty();
    }
  }

  boolean flag(String key, boolean otherwise) {
    if (!json.has(key)) {
      return otherwise;
    }
    try {
      return json.bool(key);
    } catch (JsonException e) {
      unusable.add(key);
      return otherwise;
    }
  }

  /** Notes that the member's value cannot be used. */
  void reject(String key) {
    unusable.add(key);
  }

  Set<String> unusable() {
    return Set.copyOf(unusable);
  }

  static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
