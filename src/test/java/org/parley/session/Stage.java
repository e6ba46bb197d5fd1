package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;

/** One machine, brought to a state by the recorded other side, and what a test needs to go on. */
final class Stage {
  static final Transcript T = Transcript.first();
  static final String ID = "6f1dc595-0000-4000-8000-000000000001";

  final Machine machine;
  final State state;
  final SessionKeys keys;
  final Forge forge;

  /** The time of the next event. */
  final Now now;

  /** The last thing that the machine was told. */
  final Reaction last;

  final List<PduEvent> events;

  private Stage(Machine machine, Reaction last, Now now, List<PduEvent> events) {
    this.machine = machine;
    this.state = machine.state();
    this.last = last;
    this.now = now;
    this.events = events;
    this.keys =
        SessionKeys.derive(
            T.secret("contact_secret"), T.initiator(), T.responder(), T.secret("dhsk"));
    this.forge = new Forge(keys);
  }

  /** All states in which a machine of either role waits for its peer. */
  static Stream<State> waiting() {
    return Stream.<State>concat(
            Arrays.stream(InitiatorState.values()), Arrays.stream(ResponderState.values()))
        .filter(state -> state.waitMillis() > 0);
  }

  static Stage at(State state) {
    try {
      return state instanceof InitiatorState
          ? reach(T.newInitiator(), true, state)
          : reach(T.newResponder(), false, state);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stage reach(Machine machine, boolean initiator, State wanted)
      throws JsonException {
    List<PduEvent> events = new ArrayList<>();
    Reaction last = machine.start(Transcript.at(0));
    events.addAll(last.events());
    List<Transcript.Line> lines = T.lines();
    int line = 0;
    while (machine.state() != wanted) {
      Transcript.Line next = lines.get(line++);
      Now now = Transcript.at(line);
      if (next.fromInitiator() != initiator) {
        last = machine.received(Frame.of(next.wire()), now);
        events.addAll(last.events());
      } else if (last.next() == Reaction.Next.RESUME) {
        last = machine.resume(Transcript.at(line - 1));
        events.addAll(last.events());
      } else if (last.next() == Reaction.Next.ANSWER) {
        last = ((Responder) machine).answered(Verdict.STORED, Transcript.at(line - 1));
        events.addAll(last.events());
      }
      assertThat(line).isLessThan(lines.size());
    }
    return new Stage(machine, last, Transcript.at(line + 1), events);
  }

  String role() {
    return state instanceof InitiatorState ? "initiator" : "responder";
  }

  MsgType awaited() {
    return state.awaited();
  }

  /** The PDU that the state awaits, as an honest peer makes it now. */
  Forge.Made honest() {
    return honest(now.wallMillis());
  }

  Forge.Made honest(long timestamp) {
    return honest(state, timestamp);
  }

  /** As {@link #honest()}, in a state that the machine came to later. */
  Forge.Made honest(State in, long timestamp) {
    String type = in.awaited().wireName();
    Forge.Made made =
        in.keyed()
            ? forge.authenticated(type, timestamp, body(in))
            : forge.plain(type, timestamp, body(in));
    return in.awaited() == MsgType.TEXT ? made.id(ID) : made;
  }

  /** The body of what is awaited. */
  byte @Nullable [] body() {
    return body(state);
  }

  private byte @Nullable [] body(State in) {
    return switch (in.awaited()) {
      case DH_1 -> recorded(0);
      case DH_2 -> recorded(1);
      case CHALL -> new byte[SessionKeys.CHALLENGE_SIZE];
      case RESP -> response();
      case TEXT -> "Hello, Bob.".getBytes(StandardCharsets.UTF_8);
      case HELLO, ACK, NACK, CLOSE -> null;
    };
  }

  private byte[] response() {
    return state instanceof InitiatorState
        ? keys.response(SessionKeys.Role.RESPONDER, T.bytes("initiator_challenge"))
        : keys.response(SessionKeys.Role.INITIATOR, T.bytes("responder_challenge"));
  }

  static byte[] recorded(int line) {
    try {
      String message = Forge.read(T.lines().get(line).wire()).string("message");
      return java.util.Base64.getDecoder().decode(message);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  Reaction receive(byte[] wire) {
    return machine.received(Frame.of(wire), now);
  }

  Now later(long millis) {
    return new Now(now.wallMillis() + millis, now.monoMillis() + millis);
  }

  /** What the machine sent last. */
  byte @Nullable [] lastSent() {
    return lastOf(Direction.SENT);
  }

  /** What the machine took last. */
  byte @Nullable [] lastTaken() {
    return lastOf(Direction.RECEIVED);
  }

  private byte @Nullable [] lastOf(Direction direction) {
    return events.stream()
        .filter(e -> e.direction() == direction)
        .reduce((a, b) -> b)
        .map(PduEvent::wire)
        .orElse(null);
  }

  static List<PduEvent> sent(Reaction reaction) {
    return reaction.events().stream().filter(e -> e.direction() == Direction.SENT).toList();
  }

  static List<PduEvent> heard(Reaction reaction) {
    return reaction.events().stream().filter(e -> e.direction() == Direction.RECEIVED).toList();
  }

  @Override
  public String toString() {
    return role() + " " + state.label();
  }
}
