package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/** Timestamps rise, tags are never equal: the sender's side of "once", and the receiver's edges. */
class OnceTest {
  @Test
  void a_clock_that_stands_still_or_goes_back_still_gives_rising_timestamps() throws Exception {
    Initiator initiator = Stage.T.newInitiator();
    Now now = new Now(Transcript.BEGIN, 0);
    long first = only(initiator.start(now)).timestamp();
    Now back = new Now(Transcript.BEGIN - 5_000, 1);
    Frame dh2 = Frame.of(Stage.T.lines().get(1).wire());
    Pdu hello = only(initiator.received(dh2, back));
    assertThat(first).isEqualTo(Transcript.BEGIN);
    assertThat(hello.timestamp()).isEqualTo(Transcript.BEGIN + 1);
  }

  private static Pdu only(Reaction reaction) {
    assertThat(Stage.sent(reaction)).hasSize(1);
    return Stage.sent(reaction).get(0).pdu();
  }

  @Test
  void two_acks_of_one_millisecond_are_two_pdus() throws Exception {
    // The initiator's ack of step 9 and the responder's of step 11 would be byte for byte one.
    Stage stage = Stage.at(ResponderState.AWAIT_TEXT);
    Responder responder = (Responder) stage.machine;
    Pdu theirs = Stage.heard(stage.last).get(0).pdu();
    assertThat(theirs.type()).isEqualTo(MsgType.ACK);
    responder.received(stage.honest().frame(), stage.now);
    Now same = new Now(theirs.timestamp(), stage.now.monoMillis());
    Pdu ours = only(responder.answered(Verdict.STORED, same));
    assertThat(ours.timestamp()).isEqualTo(theirs.timestamp() + 1);
    assertThat(ours.hmacVal()).isNotEqualTo(theirs.hmacVal());
  }

  @Test
  void an_ack_that_repeats_the_peers_is_moved_on_in_the_other_role_too() {
    // The responder's ack of step 6 came with the timestamp that the initiator's of step 9 gets.
    Stage stage = Stage.at(InitiatorState.AWAIT_ACK);
    long later = stage.now.wallMillis() + 100;
    stage.receive(stage.honest(later).wire());
    Forge.Made resp =
        stage.forge.authenticated(
            "resp",
            later + 1,
            stage.keys.response(SessionKeys.Role.RESPONDER, Stage.T.bytes("initiator_challenge")));
    Pdu ack = only(stage.machine.received(resp.frame(), new Now(later, stage.now.monoMillis())));
    assertThat(ack.type()).isEqualTo(MsgType.ACK);
    assertThat(ack.timestamp()).isEqualTo(later + 1);
  }

  @Test
  void one_millisecond_above_the_last_is_enough() {
    Stage.waiting()
        .filter(State::keyed)
        .forEach(
            state -> {
              Stage stage = Stage.at(state);
              long last =
                  stage.events.stream()
                      .filter(e -> e.direction() == Direction.RECEIVED)
                      .mapToLong(e -> e.pdu().timestamp())
                      .max()
                      .orElse(stage.now.wallMillis());
              Reaction reaction = stage.receive(stage.honest(last + 1).wire());
              assertThat(reaction.end() == null || reaction.end().check() == null)
                  .as(stage.toString())
                  .isTrue();
            });
  }

  @Test
  void no_pdu_of_a_connection_has_the_tag_of_another() throws Exception {
    Set<String> tags = new HashSet<>();
    int authenticated = 0;
    for (Transcript.Line line : Stage.T.lines()) {
      String tag =
          Forge.read(line.wire()).object("security").object("hmac").stringOrNull("hmac_val");
      if (tag != null) {
        tags.add(tag);
        authenticated++;
      }
    }
    assertThat(tags).hasSize(authenticated);
  }
}
