package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.wire.Frame;

/** Deadlines run by the monotonic clock, from when a side begins to wait. */
class DeadlineTest {
  static Stream<State> waiting() {
    return Stage.waiting();
  }

  private static long limit(State state) {
    if (state == ResponderState.AWAIT_DH_1) {
      return 5_000;
    }
    return state == InitiatorState.AWAIT_ANSWER ? 25_000 : 10_000;
  }

  /** When the machine began to wait: at the last line that brought it there. */
  private static long began(Stage stage) {
    return stage.last.deadlineMono() - limit(stage.state);
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void each_state_waits_as_long_as_the_page_says(State state) {
    Stage stage = Stage.at(state);
    // The last event came up to two steps of the transcript before the next one.
    assertThat(stage.now.monoMillis() - began(stage)).isBetween(0L, 2 * Transcript.STEP);
    Now early = new Now(stage.now.wallMillis(), stage.last.deadlineMono() - 1);
    Reaction still = stage.machine.deadline(early);
    assertThat(still.next()).isEqualTo(Reaction.Next.RECEIVE);
    assertThat(still.events()).isEmpty();
    assertThat(still.deadlineMono()).isEqualTo(stage.last.deadlineMono());
    Reaction end =
        stage.machine.deadline(new Now(stage.now.wallMillis(), stage.last.deadlineMono()));
    assertThat(end.end().kind()).isEqualTo(EndKind.SILENT);
    assertThat(end.events()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void the_last_byte_may_come_at_the_deadline_and_not_after_it(State state) {
    Stage stage = Stage.at(state);
    Now at = new Now(stage.now.wallMillis(), stage.last.deadlineMono());
    Reaction reaction = stage.machine.received(stage.honest().frame(), at);
    assertThat(reaction.end() == null || reaction.end().check() == null).isTrue();

    Stage late = Stage.at(state);
    Now after = new Now(late.now.wallMillis(), late.last.deadlineMono() + 1);
    Reaction end = late.machine.received(late.honest().frame(), after);
    assertThat(end.end().kind()).isEqualTo(EndKind.SILENT);
    assertThat(end.events()).hasSize(1);
    assertThat(end.events().get(0).outcome().text()).isEqualTo("rejected: deadline");
  }

  @Test
  void the_wall_clock_has_no_part_in_it() {
    Stage stage = Stage.at(ResponderState.AWAIT_TEXT);
    Now jumped = new Now(stage.now.wallMillis() + 20_000, stage.now.monoMillis());
    assertThat(stage.machine.deadline(jumped).end()).isNull();
  }

  @Test
  void steps_1_to_9_together_have_30_seconds() throws Exception {
    // Each PDU comes 9 s after the last: the fourth wait is cut short.
    Initiator initiator = Stage.T.newInitiator();
    Reaction reaction = initiator.start(new Now(Transcript.BEGIN, 0));
    assertThat(reaction.deadlineMono()).isEqualTo(10_000);
    int[] lines = {1, 3, 5};
    long mono = 0;
    for (int line : lines) {
      mono += 9_000;
      reaction =
          initiator.received(
              Frame.of(Stage.T.lines().get(line).wire()), new Now(Transcript.BEGIN, mono));
    }
    assertThat(reaction.deadlineMono()).isEqualTo(30_000);
    assertThat(initiator.deadline(new Now(Transcript.BEGIN, 30_000)).end().kind())
        .isEqualTo(EndKind.SILENT);
  }

  @Test
  void what_follows_step_9_has_its_own_time() throws Exception {
    Responder responder = Stage.T.newResponder();
    Reaction reaction = responder.start(new Now(Transcript.BEGIN, 0));
    reaction = heard(responder, 0, 4_900);
    reaction = responder.resume(new Now(Transcript.BEGIN, 4_900));
    reaction = heard(responder, 2, 14_000);
    reaction = heard(responder, 4, 23_000);
    assertThat(reaction.deadlineMono()).isEqualTo(30_000);
    reaction = heard(responder, 6, 29_000);
    assertThat(reaction.deadlineMono()).isEqualTo(30_000);
    reaction = heard(responder, 8, 30_000);
    assertThat(responder.state()).isEqualTo(ResponderState.AWAIT_TEXT);
    assertThat(reaction.deadlineMono()).isEqualTo(40_000);
  }

  private static Reaction heard(Responder responder, int line, long mono) throws Exception {
    return responder.received(
        Frame.of(Stage.T.lines().get(line).wire()), new Now(Transcript.BEGIN, mono));
  }

  @Test
  void the_time_that_a_peer_is_made_to_wait_does_not_count_against_it() throws Exception {
    Responder responder = Stage.T.newResponder();
    responder.start(new Now(Transcript.BEGIN, 0));
    Reaction named = heard(responder, 0, 1_000);
    assertThat(named.next()).isEqualTo(Reaction.Next.RESUME);
    assertThat(named.deadlineMono()).isEqualTo(Long.MAX_VALUE);
    assertThat(responder.peer()).isEqualTo(Stage.T.initiator());
    Reaction reaction = responder.resume(new Now(Transcript.BEGIN, 5_000));
    assertThat(reaction.deadlineMono()).isEqualTo(15_000);
    heard(responder, 2, 14_000);
    heard(responder, 4, 23_000);
    reaction = heard(responder, 6, 32_000);
    assertThat(reaction.deadlineMono()).as("30 s and the 4 s of ours").isEqualTo(34_000);
  }
}
