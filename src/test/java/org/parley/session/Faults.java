package org.parley.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
    spelling(stage, faults);
    shape(stage, faults);
    security(stage, faults);
    unexpected(stage, faults);
    if (stage.state.keyed()) {
      keyed(stage, faults);
    }
    return faults;
  }

  private static Case bytes(String name, Check check, Supplier<byte[]> wire) {
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
    faults.add(bytes("the last byte missing", Check.JSON, () -> chopped(stage.honest().wire())));
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

  private static byte[] chopped(byte[] wire) {
    return Arrays.copyOf(wire, wire.length - 1);
  }

  private static byte[] notUtf8(byte[] wire) {
    wire[new String(wire, StandardCharsets.ISO_8859_1).indexOf("\"x\"") + 1] = (byte) 0xff;
    return wire;
  }

  private static byte[] retagged(Stage stage, UnaryOperator<String> change) {
    String tag = tag(stage.honest().wire());
    return stage.honest().wireWith(tag, change.apply(tag));
  }

  private static String tag(byte[] wire) {
    return new String(wire, StandardCharsets.UTF_8)
        .replaceAll(".*\"hmac_val\":\"([0-9a-f]{64}).*", "$1");
  }

  private static byte[] wrongSum(Stage stage) {
    String text = new String(stage.honest().wire(), StandardCharsets.UTF_8);
    return sum(stage, Long.parseLong(text.replaceAll(".*\"crc\":([0-9]+).*", "$1")) ^ 1);
  }

  /** Texts that some parser takes, each with one meaning too many. */
  private static void spelling(Stage stage, List<Case> faults) {
    long now = stage.now.wallMillis();
    Forge.Made one = stage.honest().extra("one", 1);
    Function<String, byte[]> number = text -> one.wireWith("\"one\":1", "\"one\":" + text);
    for (String text :
        List.of("-0", "1.0", "01", "9007199254740992", "1e3", "+1", "12345678901234567")) {
      faults.add(bytes("a number written " + text, Check.JSON, () -> number.apply(text)));
    }
    faults.add(bytes("a duplicate member", Check.JSON, () -> number.apply("1,\"one\":1")));
    faults.add(
        bytes(
            "a duplicate timestamp",
            Check.JSON,
            () ->
                stage
                    .honest()
                    .wireWith(
                        "\"timestamp\":" + now, "\"timestamp\":" + now + ",\"timestamp\":" + now)));
    faults.add(bytes("a lone surrogate", Check.JSON, () -> number.apply("\"\\ud800\"")));
    faults.add(bytes("a raw tab", Check.JSON, () -> number.apply("\"\t\"")));
    faults.add(bytes("a comment", Check.JSON, () -> number.apply("1/* */")));
    faults.add(bytes("a name in capitals", Check.JSON, () -> one.wireWith("\"one\":", "\"One\":")));
    faults.add(bytes("something after it", Check.JSON, () -> one.wireWith("}}}", "}}}x")));
    faults.add(
        bytes("no UTF-8", Check.JSON, () -> notUtf8(one.wireWith("\"one\":1", "\"one\":\"x\""))));
  }

  private static void shape(Stage stage, List<Case> faults) {
    for (String member : List.of("header", "message", "security")) {
      faults.add(
          bytes(
              "without " + member,
              Check.SHAPE,
              () -> stage.honest().changed(j -> j.without(member)).wire()));
    }
    for (String member : List.of("msg_type", "crc", "timestamp")) {
      faults.add(
          bytes(
              "header without " + member,
              Check.SHAPE,
              () -> header(stage, h -> h.without(member))));
    }
    faults.add(
        bytes(
            "a timestamp in quotes",
            Check.SHAPE,
            () -> header(stage, h -> h.with("timestamp", "1"))));
    faults.add(
        bytes(
            "a type that is a number",
            Check.SHAPE,
            () -> header(stage, h -> h.with("msg_type", 1))));
    faults.add(
        bytes(
            "another hmac_type", Check.SHAPE, () -> hmac(stage, h -> h.with("hmac_type", "MD5"))));
    faults.add(
        bytes("no hmac_type at all", Check.SHAPE, () -> hmac(stage, h -> h.without("hmac_type"))));
    faults.add(
        bytes(
            "another enc_type",
            Check.SHAPE,
            () -> security(stage, s -> s.with("enc_type", "ROT13"))));
    faults.add(
        bytes(
            "no enc_type at all", Check.SHAPE, () -> security(stage, s -> s.without("enc_type"))));
    faults.add(bytes("a sum above 32 bits", Check.SHAPE, () -> sum(stage, 4294967296L)));
    faults.add(bytes("a negative sum", Check.SHAPE, () -> sum(stage, -1)));
    faults.add(bytes("an empty message", Check.SHAPE, () -> stage.honest().message("").wire()));
    if (stage.awaited().hasBody()) {
      faults.add(bytes("no message", Check.SHAPE, () -> stage.honest().message(null).wire()));
      faults.add(
          bytes("base64 without padding", Check.SHAPE, () -> stage.honest().message("QQ").wire()));
      faults.add(
          bytes(
              "base64 with stray bits", Check.SHAPE, () -> stage.honest().message("QR==").wire()));
      faults.add(
          bytes(
              "base64 with a line break",
              Check.SHAPE,
              () -> stage.honest().message("QUFB\nQUFB").wire()));
      faults.add(
          bytes("a message that is a number", Check.SHAPE, () -> stage.honest().message(5).wire()));
    } else {
      faults.add(
          bytes(
              "a message where none belongs",
              Check.SHAPE,
              () -> stage.honest().message("AAAAAAAAAAAAAAAAAAAAAA==").wire()));
    }
    if (stage.state.keyed()) {
      faults.add(
          bytes(
              "a ciphertext of 15 bytes",
              Check.SHAPE,
              () -> stage.honest().message("AAAAAAAAAAAAAAAAAAAA").wire()));
      faults.add(
          bytes(
              "a tag in capitals",
              Check.SHAPE,
              () -> retagged(stage, tag -> "A" + tag.substring(1))));
      faults.add(
          bytes("a tag of 63 digits", Check.SHAPE, () -> retagged(stage, tag -> tag.substring(1))));
    }
    if (stage.awaited() == MsgType.TEXT) {
      faults.add(
          bytes("a text without id", Check.SHAPE, () -> header(stage, h -> h.without("id"))));
      faults.add(
          bytes(
              "an id in capitals",
              Check.SHAPE,
              () -> header(stage, h -> h.with("id", "6F1DC595-0000-4000-8000-000000000001"))));
      faults.add(
          bytes("an id that is a number", Check.SHAPE, () -> header(stage, h -> h.with("id", 1))));
    }
  }

  private static byte[] header(Stage stage, Function<JsonObject, JsonObject> change) {
    return stage
        .honest()
        .changed(j -> j.with("header", change.apply((JsonObject) j.get("header"))))
        .wire();
  }

  private static byte[] security(Stage stage, Function<JsonObject, JsonObject> change) {
    return stage
        .honest()
        .changed(j -> j.with("security", change.apply((JsonObject) j.get("security"))))
        .wire();
  }

  private static byte[] hmac(Stage stage, Function<JsonObject, JsonObject> change) {
    return security(stage, s -> s.with("hmac", change.apply((JsonObject) s.get("hmac"))));
  }

  private static byte[] sum(Stage stage, long sum) {
    byte[] wire = stage.honest().wire();
    String text = new String(wire, StandardCharsets.UTF_8);
    return text.replaceFirst("\"crc\":[0-9]+", "\"crc\":" + sum).getBytes(StandardCharsets.UTF_8);
  }

  private static void security(Stage stage, List<Case> faults) {
    faults.add(bytes("a wrong sum", Check.CRC, () -> wrongSum(stage)));
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
            () -> hmac(stage, h -> h.with("hmac_type", keyed ? null : "SHA256"))));
    if (keyed) {
      faults.add(
          bytes(
              "enc_type of the other kind",
              Check.TYPES,
              () -> security(stage, s -> s.with("enc_type", null))));
      faults.add(
          bytes(
              "types without a tag",
              Check.TYPES,
              () ->
                  stage
                      .forge
                      .plain(stage.awaited().wireName(), stage.now.wallMillis(), stage.body())
                      .id(stage.awaited() == MsgType.TEXT ? Stage.ID : null)
                      .changed(
                          j ->
                              j.with(
                                  "security",
                                  ((JsonObject) j.get("security"))
                                      .with(
                                          "hmac",
                                          ((JsonObject)
                                                  ((JsonObject) j.get("security")).get("hmac"))
                                              .with("hmac_type", "SHA256"))))
                      .wire()));
      faults.add(
          bytes(
              "what is awaited, but plain",
              Check.TYPES,
              () ->
                  stage
                      .forge
                      .plain(stage.awaited().wireName(), stage.now.wallMillis(), stage.body())
                      .id(stage.awaited() == MsgType.TEXT ? Stage.ID : null)
                      .wire()));
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
      if (known == null || !stage.state.takesPlain(known)) {
        faults.add(
            bytes(
                "plain '" + type + "'",
                keyed ? Check.TYPES : Check.STATE,
                () -> stage.forge.plain(type, now, body).id(id).wire()));
      }
      if (known == null || !stage.state.takesAuthenticated(known)) {
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
                      .id(stage.awaited() == MsgType.TEXT ? Stage.ID : null)
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
        .id(stage.awaited() == MsgType.TEXT ? Stage.ID : null)
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
