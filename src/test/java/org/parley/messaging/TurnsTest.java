package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.name.PeerName;

class TurnsTest {
  private final Turns turns = new Turns(new RetryPauses(() -> 0.5));

  private static PeerName peer(int i) {
    return TestPeer.named("p" + i);
  }

  @Test
  void one_contact_has_one_turn_at_a_time_and_all_together_no_more_than_the_workers() {
    assertThat(turns.begin(peer(0), 0)).isTrue();
    assertThat(turns.begin(peer(0), 0)).isFalse();
    for (int i = 1; i < Turns.WORKERS; i++) {
      assertThat(turns.begin(peer(i), 0)).isTrue();
    }
    assertThat(turns.begin(peer(99), 0)).isFalse();
    turns.ended(peer(3), true, 1);
    assertThat(turns.begin(peer(99), 1)).isTrue();
  }

  @Test
  void who_was_slow_last_time_leaves_places_for_who_was_not() {
    for (int i = 0; i < Turns.WORKERS; i++) {
      turns.begin(peer(i), 0);
    }
    for (int i = 0; i < Turns.WORKERS; i++) {
      turns.ended(peer(i), true, Turns.SLOW_MILLIS);
    }
    int begun = 0;
    for (int i = 0; i < Turns.WORKERS; i++) {
      begun += turns.begin(peer(i), 10_000) ? 1 : 0;
    }
    assertThat(begun).isEqualTo(Turns.FOR_SLOW);
    assertThat(turns.begin(peer(99), 10_000)).isTrue();
    turns.ended(peer(0), true, 10_001);
    assertThat(turns.begin(peer(30), 10_002)).as("a slow one's place is free again").isTrue();
  }

  @Test
  void who_waited_longest_comes_first() {
    for (int i : new int[] {2, 0, 1}) {
      turns.begin(peer(i), 10 - i);
      turns.ended(peer(i), true, 20);
    }
    assertThat(turns.inOrder(Set.of(peer(0), peer(1), peer(2), peer(7))))
        .containsExactly(peer(7), peer(2), peer(1), peer(0));
  }

  @Test
  void who_stumbled_over_a_bug_waits_longer_each_time_unless_the_user_insists() {
    turns.begin(peer(0), 0);
    turns.ended(peer(0), false, 0);
    assertThat(turns.begin(peer(0), 4_999)).isFalse();
    assertThat(turns.begin(peer(0), 5_000)).isTrue();
    turns.ended(peer(0), false, 5_000);
    assertThat(turns.begin(peer(0), 14_999)).isFalse();
    turns.forgive(peer(0));
    assertThat(turns.begin(peer(0), 5_001)).isTrue();
    turns.ended(peer(0), true, 5_002);
    assertThat(turns.begin(peer(0), 5_003)).isTrue();
  }
}
