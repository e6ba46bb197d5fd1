package org.parley.directory;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Ports as files and people write them. */
public final class Ports {
  /** The largest port. */
  public static final int MAX = 65_535;

  private Ports() {}

  /** Up to five ASCII digits, 1 to 65535; empty for anything else. */
  public static OptionalInt parse(String digits) {
    if (!digits.matches("[0-9]{1,5}")) {
      return OptionalInt.empty();
    }
    return inRange(Integer.parseInt(digits));
  }

  /** An integer or a numeric string of a JSON file. */
  static OptionalInt ofJson(@Nullable Object value) {
    if (value instanceof Long number) {
      return inRange(number);
    }
    return value instanceof String digits ? parse(digits) : OptionalInt.empty();
  }

  private static OptionalInt inRange(long port) {
    return port >= 1 && port <= MAX ? OptionalInt.of((int) port) : OptionalInt.empty();
  }
}
