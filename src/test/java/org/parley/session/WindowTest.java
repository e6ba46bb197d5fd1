package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/** The 25-second window, in every state that waits. */
class WindowTest {
  private static final long EDGE = 25_000;

  static Stream<State> waiting() {
    return Stage.waiting();
  }

  private static Reaction ignore(Stage stage, long offset) {
    return stage.receive(stage.honest(stage.now.wallMillis() + offset).wire());
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void exactly_25000_ms_is_within_on_either_side(State state) {
    Stage ahead = Stage.at(state);
    assertTaken(ahead, ignore(ahead, EDGE));
    // On the other side "once" would speak first where something was taken before: the clock of
    // the receiver is moved instead of the sender's.
    Stage behind = Stage.at(state);
    Now later = behind.later(0);
    Reaction reaction =
        behind.machine.received(
            behind.honest().frame(), new Now(later.wallMillis() + EDGE, later.monoMillis()));
    assertTaken(behind, reaction);
  }

  private static void assertTaken(Stage stage, Reaction reaction) {
    assertThat(stage.machine.state()).as(stage.toString()).isNotEqualTo(stage.state);
    assertThat(reaction.end() == null || reaction.end().check() == null).isTrue();
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void one_ms_more_is_ignored_and_changes_nothing(State state) {
    for (long offset : new long[] {EDGE + 1, -EDGE - 1, 400_000_000L, -Transcript.BEGIN}) {
      Stage stage = Stage.at(state);
      Reaction reaction = ignore(stage, offset);
      assertThat(reaction.next()).isEqualTo(Reaction.Next.RECEIVE);
      assertThat(reaction.events()).hasSize(1);
      assertThat(reaction.events().get(0).outcome().text()).isEqualTo("ignored: window");
      assertThat(reaction.events().get(0).state()).isEqualTo(state.label());
      assertThat(reaction.events().get(0).body()).isNull();
      assertThat(reaction.deadlineMono()).as("not extended").isEqualTo(stage.last.deadlineMono());
      assertThat(stage.machine.state()).isEqualTo(state);
      assertTaken(stage, stage.receive(stage.honest().wire()));
    }
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void the_eighth_ignored_pdu_ends_it_without_a_word(State state) {
    Stage stage = Stage.at(state);
    for (int i = 1; i <= 7; i++) {
      assertThat(ignore(stage, EDGE + i).end()).isNull();
    }
    Reaction eighth = ignore(stage, 60_000);
    assertThat(eighth.end().kind()).isEqualTo(EndKind.CLOCKS_DIFFER);
    assertThat(eighth.end().clockOffsetMillis()).isEqualTo(60_000);
    assertThat(Stage.sent(eighth)).isEmpty();
    assertThat(Stage.heard(eighth)).hasSize(1);
    assertThat(Stage.heard(eighth).get(0).state()).isEqualTo("ended");
  }

  @Test
  void ignored_pdus_are_counted_over_the_whole_connection() {
    Responder responder = Stage.T.newResponder();
    responder.start(Transcript.at(0));
    Forge forge = new Forge(null);
    byte[] body = Stage.recorded(0);
    for (int i = 0; i < 7; i++) {
      responder.received(
          forge.plain("dh_1", Transcript.BEGIN + 30_000, body).frame(), Transcript.at(0));
    }
    responder.received(forge.plain("dh_1", Transcript.BEGIN, body).frame(), Transcript.at(0));
    responder.resume(Transcript.at(1));
    Reaction eighth =
        responder.received(
            forge.plain("nack", Transcript.BEGIN - 30_000, null).frame(), Transcript.at(1));
    assertThat(eighth.end().kind()).isEqualTo(EndKind.CLOCKS_DIFFER);
    assertThat(eighth.end().clockOffsetMillis()).isEqualTo(-30_000 - Transcript.STEP);
  }

  @Test
  void a_responder_that_ignored_a_dh_1_ends_with_a_plain_nack_at_its_deadline() throws Exception {
    Stage stage = Stage.at(ResponderState.AWAIT_DH_1);
    Reaction ignored = ignore(stage, -60_000);
    Reaction end =
        stage.machine.deadline(new Now(Transcript.BEGIN + 5_000, ignored.deadlineMono()));
    assertThat(end.end().kind()).isEqualTo(EndKind.CLOCKS_DIFFER);
    assertThat(end.end().clockOffsetMillis()).isEqualTo(-60_000);
    PduEvent nack = end.events().get(0);
    assertThat(nack.pdu().type()).isEqualTo(MsgType.NACK);
    assertThat(nack.pdu().protection()).isEqualTo(Pdu.Protection.PLAIN);
    assertThat(nack.pdu().timestamp()).isEqualTo(Transcript.BEGIN + 5_000);
  }

  @Test
  void it_does_so_only_for_a_dh_1_and_only_then() {
    Stage silent = Stage.at(ResponderState.AWAIT_DH_1);
    Reaction end = silent.machine.deadline(silent.later(5_000));
    assertThat(end.events()).isEmpty();
    assertThat(end.end().kind()).isEqualTo(EndKind.SILENT);

    Stage other = Stage.at(ResponderState.AWAIT_DH_1);
    other.receive(other.forge.plain("hello", 0, null).wire());
    assertThat(other.machine.deadline(other.later(5_000)).events()).isEmpty();

    Stage further = Stage.at(ResponderState.AWAIT_HELLO);
    further.receive(further.forge.plain("dh_1", 0, Stage.recorded(0)).wire());
    assertThat(further.machine.deadline(further.later(10_000)).events()).isEmpty();

    Stage gone = Stage.at(ResponderState.AWAIT_DH_1);
    ignore(gone, -60_000);
    Reaction left = gone.machine.peerClosed(gone.now);
    assertThat(left.events()).isEmpty();
    assertThat(left.end().kind()).isEqualTo(EndKind.CLOCKS_DIFFER);
  }

  @Test
  void the_initiator_tells_the_difference_from_a_plain_nack_outside_its_window() {
    for (long offset : new long[] {3_600_000, -3_600_000}) {
      Stage stage = Stage.at(InitiatorState.AWAIT_DH_2);
      long theirs = stage.now.wallMillis() + offset;
      Reaction ignored = stage.receive(stage.forge.plain("nack", theirs, null).wire());
      assertThat(ignored.next()).isEqualTo(Reaction.Next.RECEIVE);
      Reaction end = stage.machine.peerClosed(stage.now);
      assertThat(end.end().kind()).isEqualTo(EndKind.CLOCKS_DIFFER);
      assertThat(end.end().clockOffsetMillis()).isEqualTo(offset);
    }
  }

  @Test
  void the_deadline_and_a_broken_connection_tell_it_too() {
    Stage silent = Stage.at(InitiatorState.AWAIT_DH_2);
    silent.receive(silent.forge.plain("nack", 0, null).wire());
    assertThat(silent.machine.deadline(silent.later(10_000)).end().kind())
        .isEqualTo(EndKind.CLOCKS_DIFFER);
    Stage broken = Stage.at(InitiatorState.AWAIT_DH_2);
    broken.receive(broken.forge.plain("nack", 0, null).wire());
    assertThat(broken.machine.connectionLost(broken.now).end().kind())
        .isEqualTo(EndKind.CLOCKS_DIFFER);
  }

  @Test
  void clocks_that_agreed_after_all_are_not_blamed() {
    Stage stage = Stage.at(InitiatorState.AWAIT_DH_2);
    ignore(stage, 60_000);
    stage.receive(stage.honest().wire());
    Reaction end = stage.machine.peerClosed(stage.now);
    assertThat(end.end().kind()).isEqualTo(EndKind.CLOSED_ON_THE_WAY);
    assertThat(end.end().clockOffsetMillis()).isZero();
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void damage_is_found_before_the_window_and_a_wrong_tag_after_it(State state) {
    Stage damaged = Stage.at(state);
    byte[] wire =
        damaged
            .honest(damaged.now.wallMillis() + 60_000)
            .extra("x", "a")
            .wireWith("\"x\":\"a\"", "\"x\":\"b\"");
    assertThat(damaged.receive(wire).end().check()).isEqualTo(Check.CRC);
    Stage forged = Stage.at(state);
    byte[] wrong =
        forged.forge.authenticated("ack", forged.now.wallMillis() + 60_000, null).wrongTag().wire();
    assertThat(forged.receive(wrong).end()).isNull();
  }
}
