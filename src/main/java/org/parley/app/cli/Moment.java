package org.parley.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A day or a moment on the command line, as the span of time that it covers: a day lasts from its
 * midnight to the next, a moment a millisecond.
 *
 * @param from its first moment
 * @param end the first moment after it
 */
record Moment(Instant from, Instant end) {

  /** Reads {@code 2026-07-01}, or RFC 3339 with an offset, or without one in that zone. */
  static Moment of(String text, ZoneId zone) {
    try {
      if (text.length() == "2026-07-01".length()) {
        LocalDate day = LocalDate.parse(text);
        return new Moment(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
      }
      Instant at =
          text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(zone).toInstant();
      return new Moment(at, at.plusMillis(1));
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no date such as 2026-07-01 and no time such as 2026-07-01T09:30:00Z");
    }
  }

  /** In the system's time zone. */
  static final class Converter implements ITypeConverter<Moment> {
    @Override
    public Moment convert(String text) {
      return of(text, ZoneId.systemDefault());
    }
  }
}
