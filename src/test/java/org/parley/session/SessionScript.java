package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonWriter;
import org.parley.wire.Frame;
import org.parley.wire.Limits;
import org.parley.wire.MsgType;
import org.parley.wire.Pdu;
import org.parley.wire.PduCodec;
import org.parley.wire.PduException;

/**
 * A peer that knows the keys and does as some bytes say: honest PDUs, changed ones, invented ones,
 * old ones, in any order, with any clock. Checks after each step what must hold whatever comes.
 */
final class SessionScript {
  private static final int MOST_STEPS = 40;
  private static final List<String> TYPES =
      List.of("dh_1", "dh_2", "hello", "chall", "resp", "ack", "nack", "text", "close", "hullo");

  private final Stage stage;
  private final Machine machine;
  private final byte[] script;
  private final List<byte[]> old = new ArrayList<>();
  private int at;
  private Now now;
  private Reaction last;

  SessionScript(Stage stage, byte[] script) {
    this.stage = stage;
    this.machine = stage.machine;
    this.script = script;
    this.now = stage.now;
    this.last = stage.last;
    stage.events.forEach(event -> old.add(event.wire()));
  }

  private int next() {
    return at < script.length ? script[at++] & 0xff : 0;
  }

  private byte[] some(int most) {
    byte[] bytes = Arrays.copyOfRange(script, at, Math.min(script.length, at + most));
    at += bytes.length;
    return bytes;
  }

  void run() throws JsonException, PduException {
    for (int step = 0; step < MOST_STEPS && at < script.length; step++) {
      State before = machine.state();
      switch (last.next()) {
        case RECEIVE -> last = receive();
        case RESUME -> last = machine.resume(now);
        case ANSWER -> last = answer();
        case END -> {
          isOver();
          return;
        }
      }
      for (PduEvent event : last.events()) {
        check(event, before);
        old.add(event.wire());
      }
    }
    if (last.next() != Reaction.Next.END) {
      last = machine.connectionLost(now);
      assertThat(last.end().kind()).isNotIn(EndKind.CHECKED, EndKind.COMPLETED);
    }
    isOver();
  }

  private Reaction answer() {
    byte[] body = last.offer().text().getBytes(StandardCharsets.UTF_8);
    assertThat(body).hasSizeBetween(1, Limits.TEXT);
    assertThat(machine.authenticated()).isTrue();
    Verdict[] verdicts = Verdict.values();
    return ((Responder) machine).answered(verdicts[next() % verdicts.length], now);
  }

  private Reaction receive() {
    int millis = next();
    now = new Now(now.wallMillis() + millis, now.monoMillis() + (millis & 7));
    return switch (next() % 9) {
      case 0, 1 -> machine.received(honest().frame(), now);
      case 2 -> machine.received(Frame.of(edited(honest().wire())), now);
      case 3 -> machine.received(invented(true).frame(), now);
      case 4 -> machine.received(invented(false).frame(), now);
      case 5 -> machine.received(again(), now);
      case 6 -> machine.received(Frame.of(some(1 + next())), now);
      case 7 -> later();
      default -> next() % 2 == 0 ? machine.peerClosed(now) : machine.connectionLost(now);
    };
  }

  private Frame again() {
    return old.isEmpty() ? honest().frame() : Frame.of(old.get(next() % old.size()));
  }

  private Forge.Made honest() {
    return stage.honest(machine.state(), now.wallMillis());
  }

  private byte[] edited(byte[] wire) {
    for (int i = 1 + next() % 3; i > 0; i--) {
      wire[(next() << 8 | next()) % wire.length] = (byte) next();
    }
    return wire;
  }

  private Forge.Made invented(boolean authenticated) {
    String type = TYPES.get(next() % TYPES.size());
    long stamp = now.wallMillis() + (byte) next() * 300L;
    MsgType known = MsgType.of(type);
    byte[] body = known != null && known.hasBody() ? some(1 + next() % 64) : null;
    boolean empty = body != null && body.length == 0;
    Forge.Made made =
        authenticated
            ? stage.forge.authenticated(type, stamp, body)
            : stage.forge.plain(type, stamp, empty ? new byte[1] : body);
    return known == MsgType.TEXT
        ? made.id(Stage.ID)
        : known == MsgType.NACK && authenticated
            ? made.reason(List.of("damaged", "storage", "refused", "protocol", "?").get(next() % 5))
            : made;
  }

  /** The deadline comes, or seems to; the wall clock may jump either way meanwhile. */
  private Reaction later() {
    long jump = (byte) next() * 1_000L;
    now = new Now(now.wallMillis() + jump, now.monoMillis() + next() * 200L);
    return machine.deadline(now);
  }

  private void check(PduEvent event, State before) throws JsonException, PduException {
    if (event.direction() == Direction.SENT) {
      Pdu own = PduCodec.parse(event.wire());
      assertThat(PduCodec.canonical(own)).as("canonical").isEqualTo(event.wire());
      assertThat(PduCodec.crcOk(own)).isTrue();
      if (own.protection() == Pdu.Protection.AUTHENTICATED) {
        assertThat(tag(own)).isEqualTo(own.hmacVal());
      }
      return;
    }
    if (event.outcome().kind() == Outcome.Kind.OK && before.keyed() && !isPlainNack(event)) {
      assertThat(event.pdu().protection()).isEqualTo(Pdu.Protection.AUTHENTICATED);
      assertThat(tag(event.pdu())).as("nothing is taken untagged").isEqualTo(event.pdu().hmacVal());
      assertThat(Math.abs(event.pdu().timestamp() - event.at().wallMillis()))
          .isLessThanOrEqualTo(25_000);
    }
  }

  private static boolean isPlainNack(PduEvent event) {
    return event.pdu().type() == MsgType.NACK && event.pdu().protection() == Pdu.Protection.PLAIN;
  }

  /** By whole serialisation, as the page says. */
  private String tag(Pdu pdu) throws JsonException {
    JsonObject json = pdu.json();
    JsonObject security = json.object("security");
    JsonObject bare =
        json.with("header", json.object("header").with("crc", 0))
            .with(
                "security", security.with("hmac", security.object("hmac").with("hmac_val", null)));
    return HexFormat.of().formatHex(stage.keys.mac(JsonWriter.canonicalBytes(bare)));
  }

  private void isOver() {
    assertThat(last.end()).isNotNull();
    assertThatThrownBy(() -> machine.deadline(now)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> machine.channel.keys().mac(new byte[1]))
        .as("keys are wiped, or were never made")
        .isInstanceOf(IllegalStateException.class);
  }
}
