package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.crypto.RandomSource;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/** Steps 4 to 9: challenges and responses, and the nacks of steps 6 and 9. */
class ProofTest {
  static Stream<State> challenged() {
    return Stream.of(InitiatorState.AWAIT_CHALL, ResponderState.AWAIT_CHALL);
  }

  static Stream<State> responded() {
    return Stream.of(InitiatorState.AWAIT_RESP, ResponderState.AWAIT_RESP);
  }

  static Stream<State> acknowledged() {
    return Stream.of(InitiatorState.AWAIT_ACK, ResponderState.AWAIT_ACK);
  }

  private static Reaction send(Stage stage, String type, byte[] body) {
    return stage.receive(stage.forge.authenticated(type, stage.now.wallMillis(), body).wire());
  }

  @ParameterizedTest
  @MethodSource("challenged")
  void a_challenge_of_another_size_is_a_fault(State state) {
    for (int size : new int[] {0, 1, 31, 33, 64}) {
      Reaction end = send(Stage.at(state), "chall", new byte[size]);
      assertThat(end.end().kind()).isEqualTo(EndKind.PROTOCOL_FAULT);
      assertThat(end.end().check()).isEqualTo(Check.CHAP);
      assertThat(Stage.sent(end)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("responded")
  void a_wrong_response_is_answered_with_refused(State state) {
    Stage probe = Stage.at(state);
    byte[] right = probe.body();
    byte[] flipped = right.clone();
    flipped[0] ^= 1;
    byte[] theirRole =
        probe.keys.response(
            state instanceof InitiatorState
                ? SessionKeys.Role.INITIATOR
                : SessionKeys.Role.RESPONDER,
            Stage.T.bytes(probe.role() + "_challenge"));
    for (byte[] wrong :
        List.of(
            flipped, theirRole, new byte[32], new byte[0], java.util.Arrays.copyOf(right, 33))) {
      Stage stage = Stage.at(state);
      Reaction end = send(stage, "resp", wrong);
      assertThat(end.end().kind()).isEqualTo(EndKind.AUTHENTICATION_FAILED);
      assertThat(end.end().check()).isEqualTo(Check.CHAP);
      assertThat(end.end().reason()).isEqualTo(NackReason.REFUSED);
      Pdu nack = Stage.sent(end).get(0).pdu();
      assertThat(nack.type()).isEqualTo(MsgType.NACK);
      assertThat(nack.protection()).isEqualTo(Pdu.Protection.AUTHENTICATED);
      assertThat(nack.reason()).isEqualTo("refused");
      assertThat(stage.machine.authenticated()).isFalse();
      if (stage.machine instanceof Responder responder) {
        assertThat(responder.failedAuthentication()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("acknowledged")
  void a_nack_says_that_the_other_side_does_not_believe_us(State state) {
    Stage stage = Stage.at(state);
    Forge.Made nack =
        stage.forge.authenticated("nack", stage.now.wallMillis(), null).reason("refused");
    Reaction end = stage.receive(nack.wire());
    assertThat(end.end().kind()).isEqualTo(EndKind.AUTHENTICATION_FAILED);
    assertThat(end.end().reason()).isEqualTo(NackReason.REFUSED);
    assertThat(Stage.sent(end)).isEmpty();
    if (stage.machine instanceof Responder responder) {
      assertThat(responder.failedAuthentication()).as("not the peer's failure").isFalse();
    }
  }

  @Test
  void each_side_knows_the_other_only_after_its_response() {
    for (InitiatorState state : InitiatorState.values()) {
      if (state != InitiatorState.ENDED) {
        boolean done = state.step() >= 9;
        assertThat(reached(state).machine.authenticated()).as(state.name()).isEqualTo(done);
      }
    }
    for (ResponderState state : ResponderState.values()) {
      if (state != ResponderState.ENDED && state != ResponderState.NEW) {
        boolean done = state.step() >= 6;
        assertThat(Stage.at(state).machine.authenticated()).as(state.name()).isEqualTo(done);
      }
    }
  }

  private static Stage reached(InitiatorState state) {
    return Stage.at(state == InitiatorState.NEW ? InitiatorState.AWAIT_DH_2 : state);
  }

  @Test
  void a_check_ends_after_step_9_and_its_responder_ends_in_order() throws Exception {
    Initiator initiator =
        new Initiator(
            Stage.T.initiator(),
            Stage.T.responder(),
            peer -> Stage.T.secret("contact_secret"),
            null,
            Stage.T.scripted("initiator"));
    initiator.start(Transcript.at(0));
    for (int line : new int[] {1, 3, 5}) {
      initiator.received(Frame.of(Stage.T.lines().get(line).wire()), Transcript.at(line + 1));
    }
    Reaction end = initiator.received(Frame.of(Stage.T.lines().get(7).wire()), Transcript.at(8));
    assertThat(end.next()).isEqualTo(Reaction.Next.END);
    assertThat(end.end().kind()).isEqualTo(EndKind.CHECKED);
    assertThat(Stage.sent(end).get(0).wire()).isEqualTo(Stage.T.lines().get(8).wire());

    Stage responder = Stage.at(ResponderState.AWAIT_TEXT);
    Reaction left = responder.machine.peerClosed(responder.now);
    assertThat(left.end().kind()).isEqualTo(EndKind.COMPLETED);
    assertThat(left.events()).isEmpty();
  }

  @Test
  void a_machine_is_started_once_and_not_after_it_was_closed() {
    Stage stage = Stage.at(InitiatorState.AWAIT_DH_2);
    assertThatThrownBy(() -> stage.machine.start(stage.now))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stage.machine.resume(stage.now))
        .isInstanceOf(IllegalStateException.class);
    Responder closed = new Responder(Stage.T.responder(), peer -> null, RandomSource.secure());
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.start(stage.now)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closing_wipes_the_keys_in_every_state() {
    Stage.waiting()
        .filter(State::keyed)
        .forEach(
            state -> {
              Stage stage = Stage.at(state);
              SessionKeys keys = stage.machine.channel.keys();
              stage.machine.close();
              assertThatThrownBy(() -> keys.mac(new byte[1]))
                  .isInstanceOf(IllegalStateException.class);
              assertThatThrownBy(() -> stage.machine.deadline(stage.now))
                  .isInstanceOf(IllegalStateException.class);
            });
  }

  @Test
  void the_stream_may_end_in_every_state() {
    Stage.waiting()
        .forEach(
            state -> {
              boolean orderly =
                  state == ResponderState.AWAIT_TEXT || state == ResponderState.AWAIT_CLOSE;
              Stage closed = Stage.at(state);
              assertThat(closed.machine.peerClosed(closed.now).end().kind())
                  .as(closed.toString())
                  .isEqualTo(orderly ? EndKind.COMPLETED : EndKind.CLOSED_ON_THE_WAY);
              Stage lost = Stage.at(state);
              assertThat(lost.machine.connectionLost(lost.now).end().kind())
                  .isEqualTo(EndKind.CLOSED_ON_THE_WAY);
            });
  }
}
