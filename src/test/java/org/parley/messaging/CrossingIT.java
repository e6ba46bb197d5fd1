package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.json.JsonObject;
import org.parley.network.Clocks;

/** Somebody on the way to bob exchanges, reorders, weakens and makes up what alice sends. */
class CrossingIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static byte[] secret;

  @TempDir private Path folder;
  private TestPeer bob;
  private int port;

  @BeforeAll
  static void derive() throws Exception {
    secret = RawPeer.secret(PASSWORD, "alice", "bob");
  }

  @BeforeEach
  void meet() throws Exception {
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    port = bob.listen();
    bob.knows("alice", 1, PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    bob.close();
  }

  private RawPeer alice() throws Exception {
    return RawPeer.dial(port, "alice", "bob", secret);
  }

  private List<String> rejections() throws Exception {
    bob.messenger.stopListening();
    return bob.rows().stream()
        .filter(r -> r.direction() == Direction.RECEIVED && r.outcome().startsWith("rejected"))
        .map(Entry::outcome)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7, 9, 10})
  void a_pdu_handed_over_from_one_connection_to_another_is_worth_nothing(int step)
      throws Exception {
    try (RawPeer one = alice().through(step - 1);
        RawPeer other = alice().through(step - 1)) {
      JsonObject ofOne = one.own(step);
      JsonObject ofOther = other.own(step);
      one.send(ofOther);
      other.send(ofOne);
      isRefused(one, step);
      isRefused(other, step);
    }
    assertThat(bob.messages()).isEmpty();
    assertThat(rejections()).containsExactly("rejected: hmac_val", "rejected: hmac_val");
  }

  private static void isRefused(RawPeer peer, int step) throws Exception {
    JsonObject answer = peer.read();
    if (step == 3 || step == 10) {
      assertThat(RawPdu.type(answer)).isEqualTo("nack");
      answer = peer.read();
    }
    assertThat(answer).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 9})
  void two_pdus_in_the_wrong_order_end_the_connection(int step) throws Exception {
    try (RawPeer first = alice().through(step - 1)) {
      JsonObject early =
          step == 1 ? first.plain("hello", null) : first.own(step + 2 > 9 ? 10 : step + 2);
      first.send(early);
      assertThat(first.read()).isNull();
    }
    assertThat(bob.messages()).isEmpty();
    assertThat(rejections()).hasSize(1).allMatch(r -> r.matches("rejected: (state|types)"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 9, 10, 12})
  void a_forged_plain_nack_refuses_nothing_that_was_proven(int step) throws Exception {
    try (RawPeer alice = alice().through(step - 1)) {
      alice.send(alice.plain("nack", null));
      JsonObject answer = alice.read();
      if (step == 10) {
        assertThat(RawPdu.type(answer)).isEqualTo("nack");
        answer = alice.read();
      }
      assertThat(answer).isNull();
    }
    bob.messenger.stopListening();
    assertThat(bob.messages()).hasSize(step == 12 ? 1 : 0);
    port = bob.listen();
    try (RawPeer again = alice().through(9)) {
      again.send(again.text("00000000-0000-4000-8000-000000000011", "after"));
      assertThat(RawPdu.type(again.read())).isEqualTo("ack");
    }
  }

  @Test
  void what_is_authenticated_or_encrypted_less_is_not_taken_in_any_step() throws Exception {
    List<String> taken = new ArrayList<>();
    for (int step : new int[] {3, 5, 7, 9, 10}) {
      for (String way : List.of("hmac_type", "enc_type", "hmac_val", "all")) {
        for (boolean missing : new boolean[] {false, true}) {
          try (RawPeer alice = alice().through(step - 1)) {
            alice.send(weakened(alice.own(step), way, missing));
            JsonObject answer = alice.read();
            if (answer != null && !RawPdu.type(answer).equals("nack")) {
              taken.add(step + " " + way + " " + missing);
            }
          }
        }
      }
    }
    assertThat(taken).isEmpty();
    assertThat(bob.messages()).isEmpty();
    // What has not even a PDU's shape leaves no row before its sender is known.
    assertThat(rejections())
        .hasSizeBetween(10, 40)
        .allMatch(r -> r.matches("rejected: (types|shape)"));
  }

  /** With the sums that go with it, but for the tag, which nobody on the way can make. */
  private static JsonObject weakened(JsonObject pdu, String way, boolean missing) throws Exception {
    JsonObject security = pdu.object("security");
    JsonObject hmac = security.object("hmac");
    for (String member : List.of("hmac_type", "hmac_val")) {
      if (way.equals(member) || way.equals("all")) {
        hmac = missing ? hmac.without(member) : hmac.with(member, null);
      }
    }
    security = security.with("hmac", hmac);
    if (way.equals("enc_type") || way.equals("all")) {
      security = missing ? security.without("enc_type") : security.with("enc_type", null);
    }
    return RawPdu.summed(pdu.with("security", security));
  }
}
