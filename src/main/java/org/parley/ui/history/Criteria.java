package org.parley.ui.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.HistoryQuery;
import org.parley.ui.history.HistoryModel.Way;
import org.parley.ui.history.HistoryModel.When;

/**
 * What the user filled in.
 *
 * @param peer null for everybody
 * @param from a date as yyyy-mm-dd, for {@link When#BETWEEN}; empty for none
 * @param to the last day, likewise
 */
record Criteria(String text, @Nullable String peer, Way way, When when, String from, String to) {

  /** Nothing is restricted. */
  static final Criteria ALL = new Criteria("", null, Way.BOTH, When.ANY, "", "");

  /** Whether that can be read as a date, or is empty. */
  static boolean isDate(String text) {
    return text.isBlank() || date(text) != null;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether the last day is before the first. */
  boolean endsBeforeItBegins() {
    LocalDate first = date(from);
    LocalDate last = date(to);
    return first != null && last != null && last.isBefore(first);
  }

  /** Whether everything that is filled in can be used. */
  boolean valid() {
    return when != When.BETWEEN || (isDate(from) && isDate(to) && !endsBeforeItBegins());
  }

  /** The same for messaging, with days in the clock's zone. */
  HistoryQuery query(Clock clock) {
    LocalDate today = LocalDate.now(clock);
    LocalDate since =
        switch (when) {
          case ANY -> null;
          case TODAY -> today;
          case WEEK -> today.minusDays(6);
          case YEAR -> today.withDayOfYear(1);
          case BETWEEN -> date(from);
        };
    LocalDate last = when == When.BETWEEN ? date(to) : null;
    return new HistoryQuery(
        peer,
        text.isBlank() ? null : text.strip(),
        way == Way.BOTH ? null : way == Way.SENT,
        since == null ? null : start(since, clock),
        last == null ? null : start(last.plusDays(1), clock),
        null);
  }

  private static Instant start(LocalDate day, Clock clock) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }
}
