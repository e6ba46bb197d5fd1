package org.parley.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  private void fail(int times, String name, long mono) {
    for (int i = 0; i < times; i++) {
      backoff.failed(name, "192.0.2.1", mono);
    }
  }

  @Test
  void the_first_four_failures_cost_nothing_and_from_the_fifth_on_the_pause_doubles_to_4_s() {
    fail(4, "bob", 0);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isZero();
    fail(1, "bob", 0);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isEqualTo(1_000);
    fail(1, "bob", 0);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isEqualTo(2_000);
    fail(1, "bob", 0);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isEqualTo(4_000);
    fail(1_000, "bob", 0);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isEqualTo(4_000);
  }

  @Test
  void another_name_or_another_address_does_not_wait() {
    fail(20, "bob", 0);
    assertThat(backoff.delayMillis("carol", "192.0.2.1", 0)).isZero();
    assertThat(backoff.delayMillis("bob", "192.0.2.2", 0)).isZero();
  }

  @Test
  void a_success_clears_it() {
    fail(20, "bob", 0);
    backoff.succeeded("bob", "192.0.2.1");
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isZero();
  }

  @Test
  void ten_minutes_without_a_failure_clear_it() {
    fail(20, "bob", 0);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 599_999)).isEqualTo(4_000);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 600_000)).isZero();
    fail(1, "bob", 600_000);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 600_000)).isZero();
  }

  @Test
  void somebody_who_tries_many_names_does_not_fill_the_memory_nor_free_who_failed_last() {
    for (int i = 0; i < 3 * Backoff.MOST_PAIRS; i++) {
      backoff.failed("name" + i, "192.0.2.1", i);
    }
    fail(5, "bob", 0);
    for (int i = 0; i < Backoff.MOST_PAIRS - 1; i++) {
      backoff.failed("other" + i, "192.0.2.1", i);
    }
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isEqualTo(1_000);
    backoff.failed("one more", "192.0.2.1", 0);
    assertThat(backoff.delayMillis("bob", "192.0.2.1", 0)).isZero();
  }
}
