package org.parley.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.json.JsonObject;
import org.parley.wire.Frame;
import org.parley.wire.Limits;
import org.parley.wire.MsgType;
import org.parley.wire.PduReader;

/** All ways to be wrong in a state, each with the check that has to find it. */
final class Faults {
  /** One way to be wrong, made from what the state awaits. */
  record Case(String name, Check check, Supplier<Frame> frame) {}

  private Faults() {}

  static List<Case> of(Stage stage) {
    List<Case> faults = new ArrayList<>();
    framing(stage, faults);
    Misspelt.spelling(stage, faults);
    Misspelt.shape(stage, faults);
    security(stage, faults);
    unexpected(stage, faults);
    if (stage.state.keyed()) {
      keyed(stage, faults);
    }
    return faults;
  }

  static Case bytes(String name, Check check, Supplier<byte[]> wire) {
    return new Case(name, check, () -> Frame.of(wire.get()));
  }

  private static void framing(Stage stage, List<Case> faults) {
    int limit = stage.machine.pduLimit();
    faults.add(new Case("one byte too long", Check.SIZE, () -> scan(padded(stage, limit + 1))));
    faults.add(
        bytes(
            "too long, and a reader that let it pass", Check.SIZE, () -> padded(stage, limit + 1)));
    faults.add(
        new Case(
            "no object",
            Check.JSON,
            () -> scan("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII))));
    faults.add(
        new Case(
            "nested nine deep",
            Check.JSON,
            () -> scan("{\"a\":[[[[[[[[".getBytes(StandardCharsets.US_ASCII))));
    faults.add(
        bytes("no JSON", Check.JSON, () -> "{\"header\"}".getBytes(StandardCharsets.US_ASCII)));
    faults.add(
        bytes("the last byte missing", Check.JSON, () -> Changes.chopped(stage.honest().wire())));
  }

  private static Frame scan(byte[] bytes) {
    PduReader reader = new PduReader(Limits.SESSION_PDU);
    if (bytes.length <= Limits.SESSION_PDU) {
      reader.setLimit(Limits.HANDSHAKE_PDU);
    }
    reader.feed(bytes, 0, bytes.length);
    return reader.poll();
  }

  /** What is awaited, with an ignored member that makes it that long. */
  private static byte[] padded(Stage stage, int size) {
    int bare = stage.honest().extra("padding", "").wire().length;
    for (int fill = size - bare - 9; ; fill++) {
      // The sum has 8 to 10 digits, so that the length has to be met by trying.
      for (String with : List.of("x", "y", "z", "w")) {
        byte[] wire = stage.honest().extra("padding", with.repeat(fill)).wire();
        if (wire.length == size) {
          return wire;
        }
      }
    }
  }

  private static void security(Stage stage, List<Case> faults) {
    faults.add(bytes("a wrong sum", Check.CRC, () -> Changes.wrongSum(stage)));
    faults.add(
        bytes(
            "an ignored member changed on the way",
            Check.CRC,
            () -> stage.honest().extra("x", "a").wireWith("\"x\":\"a\"", "\"x\":\"b\"")));
    // Mixed: what is awaited with one of the three members put to the other kind.
    boolean keyed = stage.state.keyed();
    faults.add(
        bytes(
            "hmac_type of the other kind",
            Check.TYPES,
            () -> Changes.hmac(stage, h -> h.with("hmac_type", keyed ? null : "SHA256"))));
    if (keyed) {
      faults.add(
          bytes(
              "enc_type of the other kind",
              Check.TYPES,
              () -> Changes.security(stage, s -> s.with("enc_type", null))));
      faults.add(
          bytes(
              "types without a tag",
              Check.TYPES,
              () -> Changes.hmac(Changes.plain(stage), h -> h.with("hmac_type", "SHA256"))));
      faults.add(
          bytes("what is awaited, but plain", Check.TYPES, () -> Changes.plain(stage).wire()));
    } else {
      faults.add(
          bytes(
              "what is awaited, but authenticated",
              Check.TYPES,
              () ->
                  stage
                      .forge
                      .authenticated(
                          stage.awaited().wireName(), stage.now.wallMillis(), stage.body())
                      .wire()));
    }
  }

  /** The page's own list of what each state takes; all else is a fault. */
  private static Set<String> expected(Stage stage) {
    return switch (stage.toString()) {
      case "initiator await_dh_2" -> Set.of("plain dh_2", "plain nack");
      case "initiator await_chall" -> Set.of("chall", "plain nack");
      case "initiator await_ack", "responder await_ack" -> Set.of("ack", "nack");
      case "initiator await_resp", "responder await_resp" -> Set.of("resp");
      case "initiator await_answer" -> Set.of("ack", "nack");
      case "responder await_dh_1" -> Set.of("plain dh_1");
      case "responder await_hello" -> Set.of("hello", "plain nack");
      case "responder await_chall" -> Set.of("chall");
      case "responder await_text" -> Set.of("text");
      case "responder await_close" -> Set.of("close");
      default -> throw new IllegalArgumentException(stage.toString());
    };
  }

  /** Every type that the state does not await, plain and authenticated; unknown ones, too. */
  private static void unexpected(Stage stage, List<Case> faults) {
    List<String> types =
        new ArrayList<>(Arrays.stream(MsgType.values()).map(MsgType::wireName).toList());
    types.add("hullo");
    types.add("");
    boolean keyed = stage.state.keyed();
    for (String type : types) {
      MsgType known = MsgType.of(type);
      byte[] body = known != null && known.hasBody() ? new byte[32] : null;
      String id = known == MsgType.TEXT ? Stage.ID : null;
      long now = stage.now.wallMillis();
      if (!expected(stage).contains("plain " + type)) {
        faults.add(
            bytes(
                "plain '" + type + "'",
                keyed ? Check.TYPES : Check.STATE,
                () -> stage.forge.plain(type, now, body).id(id).wire()));
      }
      if (!expected(stage).contains(type)) {
        faults.add(
            bytes(
                "authenticated '" + type + "'",
                keyed ? Check.STATE : Check.TYPES,
                () -> stage.forge.authenticated(type, now, body).id(id).wire()));
      }
    }
  }

  private static void keyed(Stage stage, List<Case> faults) {
    faults.add(bytes("a wrong tag", Check.HMAC_VAL, () -> stage.honest().wrongTag().wire()));
    faults.add(bytes("changed, and summed again", Check.HMAC_VAL, () -> resummed(stage)));
    if (stage.awaited().hasBody()) {
      byte[] bad = new byte[32]; // decrypts to no padding
      faults.add(
          bytes(
              "a ciphertext without padding",
              Check.PADDING,
              () ->
                  stage
                      .forge
                      .sealed(stage.awaited().wireName(), stage.now.wallMillis(), bad)
                      .id(Changes.id(stage))
                      .wire()));
    }
    byte[] own = stage.lastSent();
    if (own != null && isAuthenticated(own)) {
      faults.add(bytes("our own PDU sent back", Check.ONCE, () -> own));
    }
    byte[] taken = stage.lastTaken();
    if (isAuthenticated(taken)) {
      faults.add(bytes("the last PDU again", Check.ONCE, () -> taken));
      long stamp = timestamp(taken);
      faults.add(
          bytes("the timestamp of the last one", Check.ONCE, () -> stage.honest(stamp).wire()));
      faults.add(
          bytes(
              "a timestamp before the last one", Check.ONCE, () -> stage.honest(stamp - 1).wire()));
    }
  }

  private static byte[] resummed(Stage stage) {
    // A tag that is right for another timestamp.
    String tag =
        new String(stage.honest(stage.now.wallMillis() + 1).wire(), StandardCharsets.UTF_8)
            .replaceAll(".*\"hmac_val\":\"([0-9a-f]{64}).*", "$1");
    return stage
        .forge
        .plain(stage.awaited().wireName(), stage.now.wallMillis(), null)
        .id(Changes.id(stage))
        .message(
            stage.body() == null
                ? null
                : java.util.Base64.getEncoder().encodeToString(stage.keys.encrypt(stage.body())))
        .changed(
            j ->
                j.with(
                    "security",
                    JsonObject.empty()
                        .with(
                            "hmac",
                            JsonObject.empty().with("hmac_type", "SHA256").with("hmac_val", tag))
                        .with("enc_type", "AES256CBC")))
        .wire();
  }

  private static boolean isAuthenticated(byte[] wire) {
    return new String(wire, StandardCharsets.UTF_8).contains("\"hmac_type\":\"SHA256\"");
  }

  private static long timestamp(byte[] wire) {
    return Long.parseLong(
        new String(wire, StandardCharsets.UTF_8).replaceAll(".*\"timestamp\":([0-9]+).*", "$1"));
  }
}
