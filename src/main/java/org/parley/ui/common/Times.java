package org.parley.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times in people's words, in their zone. */
public final class Times {
  private final UiContext ui;

  /** Told from the context's clock and language. */
  public Times(UiContext ui) {
    this.ui = ui;
  }

  /** The time of day, such as 14:05. */
  public String clock(Instant time) {
    return format(FormatStyle.SHORT, false).format(time.atZone(zone()));
  }

  /** Today, yesterday, or the date. */
  public String day(Instant time) {
    LocalDate day = dayOf(time);
    LocalDate today = dayOf(ui.clock().instant());
    if (day.equals(today)) {
      return ui.word("ui.time.today");
    }
    if (day.equals(today.minusDays(1))) {
      return ui.word("ui.time.yesterday");
    }
    return format(FormatStyle.LONG, true).format(day);
  }

  /** Short, for a list: the time of day, or an older one's date. */
  public String brief(Instant time) {
    LocalDate day = dayOf(time);
    if (day.equals(dayOf(ui.clock().instant()))) {
      return clock(time);
    }
    return day.equals(dayOf(ui.clock().instant()).minusDays(1))
        ? ui.word("ui.time.yesterday")
        : format(FormatStyle.SHORT, true).format(day);
  }

  /** How long ago, such as "3 minutes ago". */
  public String ago(Instant time) {
    Duration gone = Duration.between(time, ui.clock().instant());
    if (gone.toMinutes() < 1) {
      return ui.word("ui.time.justNow");
    }
    if (gone.toHours() < 1) {
      return ui.word("ui.time.minutesAgo", gone.toMinutes());
    }
    if (gone.toDays() < 1) {
      return ui.word("ui.time.hoursAgo", gone.toHours());
    }
    return ui.word("ui.time.on", day(time), clock(time));
  }

  /** The day in the user's zone. */
  public LocalDate dayOf(Instant time) {
    return time.atZone(zone()).toLocalDate();
  }

  private DateTimeFormatter format(FormatStyle style, boolean date) {
    DateTimeFormatter formatter =
        date ? DateTimeFormatter.ofLocalizedDate(style) : DateTimeFormatter.ofPattern("HH:mm");
    return formatter.withLocale(ui.words().locale());
  }

  private ZoneId zone() {
    return ui.clock().getZone();
  }
}
