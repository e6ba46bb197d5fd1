package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;

/**
 * Every state of both roles against every fault that can come while it waits: which check finds it,
 * how the connection ends, and which nack, if any, is the last word.
 */
class FaultMatrixTest {
  @TestFactory
  Stream<DynamicTest> every_fault_in_every_state_ends_the_connection_as_the_page_says() {
    return Stage.waiting().flatMap(FaultMatrixTest::tests);
  }

  private static Stream<DynamicTest> tests(State state) {
    Stage stage = Stage.at(state);
    return Faults.of(stage).stream()
        .map(Faults.Case::name)
        .map(name -> DynamicTest.dynamicTest(stage + ": " + name, () -> run(state, name)));
  }

  private static void run(State state, String name) {
    Stage stage = Stage.at(state);
    Faults.Case fault =
        Faults.of(stage).stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    Frame frame = fault.frame().get();
    Reaction reaction = stage.machine.received(frame, stage.now);

    PduEvent heard = reaction.events().get(0);
    assertThat(heard.direction()).isEqualTo(Direction.RECEIVED);
    assertThat(heard.outcome().text()).isEqualTo("rejected: " + fault.check().word());
    assertThat(heard.state()).isEqualTo("ended");
    assertThat(heard.wire()).isEqualTo(frame.bytes());
    assertThat(heard.size()).isEqualTo(frame.size());
    assertThat(reaction.next()).isEqualTo(Reaction.Next.END);
    assertThat(reaction.end().kind()).isEqualTo(kind(stage.state, fault.check()));
    assertThat(reaction.end().check()).isEqualTo(fault.check());
    assertNack(stage, reaction, nack(stage.state, fault.check()));
    assertOver(stage.machine, stage.now);
  }

  /** The last word: "none", "plain", or the reason of an authenticated nack. */
  private static String nack(State state, Check check) {
    if (state == ResponderState.AWAIT_HELLO && check == Check.HMAC_VAL) {
      return "plain";
    }
    if (state != ResponderState.AWAIT_TEXT) {
      return "none";
    }
    return switch (check) {
      case SIZE, JSON, SHAPE, CRC, HMAC_VAL -> "damaged";
      default -> "protocol";
    };
  }

  private static EndKind kind(State state, Check check) {
    return switch (check) {
      case SIZE, JSON, SHAPE, CRC -> EndKind.DAMAGED;
      case HMAC_VAL ->
          state == ResponderState.AWAIT_HELLO || state == InitiatorState.AWAIT_CHALL
              ? EndKind.AUTHENTICATION_FAILED
              : EndKind.DAMAGED;
      default -> EndKind.PROTOCOL_FAULT;
    };
  }

  private static void assertNack(Stage stage, Reaction reaction, String expected) {
    List<PduEvent> sent = Stage.sent(reaction);
    if (expected.equals("none")) {
      assertThat(sent).isEmpty();
      return;
    }
    assertThat(sent).hasSize(1);
    Pdu nack = sent.get(0).pdu();
    assertThat(nack.type()).isEqualTo(MsgType.NACK);
    assertThat(nack.message()).isNull();
    if (expected.equals("plain")) {
      assertThat(nack.protection()).isEqualTo(Pdu.Protection.PLAIN);
      assertThat(nack.json().toString()).doesNotContain("reason");
    } else {
      assertThat(nack.protection()).isEqualTo(Pdu.Protection.AUTHENTICATED);
      assertThat(nack.reason()).isEqualTo(expected);
      byte[] honest =
          stage.forge.authenticated("nack", nack.timestamp(), null).reason(nack.reason()).wire();
      assertThat(sent.get(0).wire()).isEqualTo(honest);
      assertThat(reaction.end().reason().wireName()).isEqualTo(expected);
    }
  }

  private static void assertOver(Machine machine, Now now) {
    assertThatThrownBy(() -> machine.deadline(now)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> machine.peerClosed(now)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> machine.start(now)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> machine.resume(now)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> machine.channel.keys().mac(new byte[1]))
        .as("keys are wiped, or were never made")
        .isInstanceOf(IllegalStateException.class);
  }
}
