package org.parley.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;

/** The spelling of a record's values: one spelling a value, since the record is hashed. */
public final class RecordText {
  private static final String FORM = "0000-00-00T00:00:00.000Z";
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final int NANOS_A_MILLI = 1_000_000;

  private RecordText() {}

  static void checkTime(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException("a time outside of the years 0 to 9999");
    }
  }

  /** {@code 2026-07-01T09:30:00.120Z}: UTC, always three digits of fraction. */
  public static String time(Instant time) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
    StringBuilder out = new StringBuilder(FORM);
    put(out, 3, utc.getYear());
    put(out, 6, utc.getMonthValue());
    put(out, 9, utc.getDayOfMonth());
    put(out, 12, utc.getHour());
    put(out, 15, utc.getMinute());
    put(out, 18, utc.getSecond());
    put(out, 22, utc.getNano() / NANOS_A_MILLI);
    return out.toString();
  }

  // The digits that end there; the form has its zeros already.
  private static void put(StringBuilder out, int last, int value) {
    int at = last;
    for (int left = value; left > 0; left /= 10) {
      out.setCharAt(at--, (char) ('0' + left % 10));
    }
  }

  /** The moment, if the text is in the spelling of {@link #time}. */
  public static Instant parseTime(String text) throws JsonException {
    if (!inForm(text)) {
      throw new JsonException("time is not in its one spelling");
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              number(text, 20, 23) * NANOS_A_MILLI)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new JsonException("time is none");
    }
  }

  private static boolean inForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char due = FORM.charAt(i);
      char c = text.charAt(i);
      if (due == '0' ? c < '0' || c > '9' : c != due) {
        return false;
      }
    }
    return true;
  }

  private static int number(String digits, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + digits.charAt(i) - '0';
    }
    return value;
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
