package org.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MomentTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_day_lasts_from_its_midnight_to_the_next_in_the_users_zone() {
    Moment day = Moment.of("2026-07-01", BERLIN);

    assertThat(day.from()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    assertThat(day.end()).isEqualTo(Instant.parse("2026-07-01T22:00:00Z"));
  }

  @Test
  void a_day_on_which_the_clock_is_changed_has_its_own_length() {
    Moment day = Moment.of("2026-10-25", BERLIN);

    assertThat(day.from()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(day.end()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void a_time_with_an_offset_means_the_same_everywhere() {
    assertThat(Moment.of("2026-07-01T09:30:00.123Z", BERLIN).from())
        .isEqualTo(Instant.parse("2026-07-01T09:30:00.123Z"));
    assertThat(Moment.of("2026-07-01T09:30:00+02:00", BERLIN).from())
        .isEqualTo(Instant.parse("2026-07-01T07:30:00Z"));
  }

  @Test
  void a_time_without_one_is_the_users() {
    assertThat(Moment.of("2026-07-01T09:30", BERLIN).from())
        .isEqualTo(Instant.parse("2026-07-01T07:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-7-1", "2026-02-30", "2026-07-01T25:00Z", "1"})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> Moment.of(text, BERLIN)).isInstanceOf(TypeConversionException.class);
  }
}
