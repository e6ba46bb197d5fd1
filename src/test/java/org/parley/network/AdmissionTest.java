package org.parley.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission<Integer> admission = new Admission<>();

  private void fill() {
    for (int i = 0; i < Admission.MOST_UNAUTHENTICATED; i++) {
      assertThat(admission.admit(i)).isNull();
    }
  }

  @Test
  void the_one_that_got_least_far_ends_for_one_more() {
    fill();
    for (int i = 0; i < Admission.MOST_UNAUTHENTICATED; i++) {
      admission.advanced(i, i == 17 ? 1 : 2);
    }
    assertThat(admission.admit(1_000)).isEqualTo(17);
  }

  @Test
  void among_equals_the_oldest_ends() {
    fill();
    admission.advanced(0, 1);
    assertThat(admission.admit(1_000)).isEqualTo(1);
    assertThat(admission.admit(1_001)).isEqualTo(2);
  }

  @Test
  void who_authenticated_counts_no_more() {
    fill();
    admission.leave(5);
    assertThat(admission.admit(1_000)).isNull();
    assertThat(admission.unauthenticated()).isEqualTo(Admission.MOST_UNAUTHENTICATED);
  }

  @Test
  void news_of_one_that_ended_does_not_bring_it_back() {
    fill();
    admission.leave(5);
    admission.advanced(5, 3);
    assertThat(admission.unauthenticated()).isEqualTo(Admission.MOST_UNAUTHENTICATED - 1);
  }
}
