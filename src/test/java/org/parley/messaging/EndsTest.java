package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.network.NetworkFailure;
import org.parley.session.EndKind;
import org.parley.session.SessionEnd;

class EndsTest {
  /** Whether one meets a reset while connecting or while reading is a matter of chance. */
  @Test
  void a_reset_is_told_the_same_wherever_it_is_met() {
    Failure connecting = Ends.failure(NetworkFailure.RESET);
    assertThat(connecting).isEqualTo(Failure.of(FailureKind.CLOSED_ON_THE_WAY));
    SessionEnd reading = new SessionEnd(EndKind.CLOSED_ON_THE_WAY, null, null, null, 0);
    assertThat(Ends.failure(reading, new Cancellation())).isEqualTo(connecting);
  }
}
