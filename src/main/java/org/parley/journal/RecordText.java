package org.parley.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;

/** The spelling of a record's values: one spelling a value, since the record is hashed. */
public final class RecordText {
  // Always three digits of fraction: Instant.toString leaves out zeros.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private RecordText() {}

  static void checkTime(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException("a time outside of the years 0 to 9999");
    }
  }

  /** {@code 2026-07-01T09:30:00.120Z}: UTC, always three digits of fraction. */
  public static String time(Instant time) {
    return TIME.format(time);
  }

  /** The moment, if the text is in the spelling of {@link #time}. */
  public static Instant parseTime(String text) throws JsonException {
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(FIRST) || time.isAfter(LAST) || !time(time).equals(text)) {
        throw new JsonException("time is not in its one spelling");
      }
      return time;
    } catch (DateTimeException e) {
      throw new JsonException("time is none");
    }
  }

  static void checkPairs(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !wellFormed(value)) {
        throw new IllegalArgumentException("half of a surrogate pair in a record");
      }
    }
  }

  private static boolean wellFormed(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
