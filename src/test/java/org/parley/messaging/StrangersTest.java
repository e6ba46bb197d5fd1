package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.messaging.StrangerRows.Decision;

class StrangersTest {
  private final Strangers strangers = new Strangers();

  @Test
  void the_same_name_and_address_is_told_once() {
    assertThat(strangers.tell("mallory", "192.0.2.1", 0)).isTrue();
    assertThat(strangers.tell("mallory", "192.0.2.1", 10_000_000)).isFalse();
  }

  @Test
  void at_most_one_a_minute_and_one_that_had_to_wait_is_told_when_it_comes_again() {
    assertThat(strangers.tell("mallory", "192.0.2.1", 0)).isTrue();
    assertThat(strangers.tell("trudy", "192.0.2.1", 59_999)).isFalse();
    assertThat(strangers.tell("trudy", "192.0.2.1", 60_000)).isTrue();
  }

  @Test
  void many_names_do_not_fill_the_memory() {
    for (int i = 0; i <= Strangers.MOST_REMEMBERED; i++) {
      assertThat(strangers.tell("name" + i, "192.0.2.1", i * 60_000L)).isTrue();
    }
    long later = 60_000L * (Strangers.MOST_REMEMBERED + 1);
    assertThat(strangers.tell("name0", "192.0.2.1", later)).as("forgotten first").isTrue();
    assertThat(strangers.tell("name5", "192.0.2.1", later + 60_000)).isFalse();
  }

  @Test
  void rows_of_600_connections_an_hour_are_kept_and_then_one_row_a_minute_counts_the_rest() {
    StrangerRows rows = new StrangerRows();
    for (int i = 0; i < 600; i++) {
      assertThat(rows.decide(i)).isEqualTo(Decision.WRITE);
    }
    assertThat(rows.decide(1_000)).isEqualTo(Decision.COUNT_AND_TELL);
    assertThat(rows.takeCount()).isEqualTo(1);
    for (int i = 0; i < 5; i++) {
      assertThat(rows.decide(2_000 + i)).isEqualTo(Decision.COUNT);
    }
    assertThat(rows.decide(61_000)).isEqualTo(Decision.COUNT_AND_TELL);
    assertThat(rows.takeCount()).isEqualTo(6);
    assertThat(rows.decide(3_600_000)).as("a new hour").isEqualTo(Decision.WRITE);
  }

  @Test
  void pauses_double_from_5_s_to_10_minutes_with_a_fifth_of_chance() {
    RetryPauses least = new RetryPauses(() -> 0);
    RetryPauses most = new RetryPauses(() -> 1);
    assertThat(least.after(1)).hasMillis(4_000);
    assertThat(most.after(1)).hasMillis(6_000);
    assertThat(new RetryPauses(() -> 0.5).after(3)).hasMillis(20_000);
    assertThat(new RetryPauses(() -> 0.5).after(1_000)).hasMillis(600_000);
  }

  @Test
  void the_rest_of_a_flood_is_told_of_with_the_next_that_is_written() {
    StrangerRows rows = new StrangerRows();
    for (int i = 0; i < StrangerRows.MOST_AN_HOUR; i++) {
      rows.decide(0);
      assertThat(rows.takeLeft(0)).isZero();
    }
    assertThat(rows.decide(1)).isEqualTo(StrangerRows.Decision.COUNT_AND_TELL);
    assertThat(rows.takeCount()).isEqualTo(1);
    rows.decide(2);
    rows.decide(3);
    long later = StrangerRows.HOUR_MILLIS + 1;
    assertThat(rows.decide(later)).isEqualTo(StrangerRows.Decision.WRITE);
    assertThat(rows.takeLeft(later)).isEqualTo(2);
    assertThat(rows.takeLeft(later)).isZero();
  }
}
