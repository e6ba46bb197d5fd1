package org.parley.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {
  private final Crowd<Integer> crowd = new Crowd<>();

  @Test
  void one_more_of_a_peer_ends_its_oldest_and_nobody_elses() {
    crowd.join("bob", 100);
    for (int i = 0; i < Crowd.MOST_OF_ONE; i++) {
      assertThat(crowd.join("alice", i)).isNull();
    }
    assertThat(crowd.join("alice", 8)).isZero();
    assertThat(crowd.join("alice", 9)).isEqualTo(1);
    assertThat(crowd.join("bob", 101)).isNull();
  }

  @Test
  void who_left_makes_room() {
    for (int i = 0; i < Crowd.MOST_OF_ONE; i++) {
      crowd.join("alice", i);
    }
    crowd.leave("alice", 3);
    crowd.leave("alice", 3);
    crowd.leave("carol", 3);
    assertThat(crowd.join("alice", 8)).isNull();
    assertThat(crowd.join("alice", 9)).isZero();
  }
}
