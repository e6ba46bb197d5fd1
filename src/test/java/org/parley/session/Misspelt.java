package org.parley.session;

import java.util.List;
import java.util.function.Function;
import org.parley.wire.MsgType;

/** What is wrong before anything is hashed: spelling, and shape. */
final class Misspelt {
  private Misspelt() {}

  /** Texts that some parser takes, each with one meaning too many. */
  static void spelling(Stage stage, List<Faults.Case> faults) {
    long now = stage.now.wallMillis();
    Forge.Made one = stage.honest().extra("one", 1);
    Function<String, byte[]> number = text -> one.wireWith("\"one\":1", "\"one\":" + text);
    for (String text :
        List.of("-0", "1.0", "01", "9007199254740992", "1e3", "+1", "12345678901234567")) {
      faults.add(Faults.bytes("a number written " + text, Check.JSON, () -> number.apply(text)));
    }
    faults.add(Faults.bytes("a duplicate member", Check.JSON, () -> number.apply("1,\"one\":1")));
    faults.add(
        Faults.bytes(
            "a duplicate timestamp",
            Check.JSON,
            () ->
                stage
                    .honest()
                    .wireWith(
                        "\"timestamp\":" + now, "\"timestamp\":" + now + ",\"timestamp\":" + now)));
    faults.add(Faults.bytes("a lone surrogate", Check.JSON, () -> number.apply("\"\\ud800\"")));
    faults.add(Faults.bytes("a raw tab", Check.JSON, () -> number.apply("\"\t\"")));
    faults.add(Faults.bytes("a comment", Check.JSON, () -> number.apply("1/* */")));
    faults.add(
        Faults.bytes("a name in capitals", Check.JSON, () -> one.wireWith("\"one\":", "\"One\":")));
    faults.add(Faults.bytes("something after it", Check.JSON, () -> one.wireWith("}}}", "}}}x")));
    faults.add(
        Faults.bytes(
            "no UTF-8",
            Check.JSON,
            () -> Changes.notUtf8(one.wireWith("\"one\":1", "\"one\":\"x\""))));
  }

  static void shape(Stage stage, List<Faults.Case> faults) {
    for (String member : List.of("header", "message", "security")) {
      faults.add(
          Faults.bytes(
              "without " + member,
              Check.SHAPE,
              () -> stage.honest().changed(j -> j.without(member)).wire()));
    }
    for (String member : List.of("msg_type", "crc", "timestamp")) {
      faults.add(
          Faults.bytes(
              "header without " + member,
              Check.SHAPE,
              () -> Changes.header(stage, h -> h.without(member))));
    }
    faults.add(
        Faults.bytes(
            "a timestamp in quotes",
            Check.SHAPE,
            () -> Changes.header(stage, h -> h.with("timestamp", "1"))));
    faults.add(
        Faults.bytes(
            "a type that is a number",
            Check.SHAPE,
            () -> Changes.header(stage, h -> h.with("msg_type", 1))));
    faults.add(
        Faults.bytes(
            "another hmac_type",
            Check.SHAPE,
            () -> Changes.hmac(stage, h -> h.with("hmac_type", "MD5"))));
    faults.add(
        Faults.bytes(
            "no hmac_type at all",
            Check.SHAPE,
            () -> Changes.hmac(stage, h -> h.without("hmac_type"))));
    faults.add(
        Faults.bytes(
            "another enc_type",
            Check.SHAPE,
            () -> Changes.security(stage, s -> s.with("enc_type", "ROT13"))));
    faults.add(
        Faults.bytes(
            "no enc_type at all",
            Check.SHAPE,
            () -> Changes.security(stage, s -> s.without("enc_type"))));
    faults.add(
        Faults.bytes("a sum above 32 bits", Check.SHAPE, () -> Changes.sum(stage, 4294967296L)));
    faults.add(Faults.bytes("a negative sum", Check.SHAPE, () -> Changes.sum(stage, -1)));
    faults.add(
        Faults.bytes("an empty message", Check.SHAPE, () -> stage.honest().message("").wire()));
    if (stage.awaited().hasBody()) {
      faults.add(
          Faults.bytes("no message", Check.SHAPE, () -> stage.honest().message(null).wire()));
      faults.add(
          Faults.bytes(
              "base64 without padding", Check.SHAPE, () -> stage.honest().message("QQ").wire()));
      faults.add(
          Faults.bytes(
              "base64 with stray bits", Check.SHAPE, () -> stage.honest().message("QR==").wire()));
      faults.add(
          Faults.bytes(
              "base64 with a line break",
              Check.SHAPE,
              () -> stage.honest().message("QUFB\nQUFB").wire()));
      faults.add(
          Faults.bytes(
              "a message that is a number", Check.SHAPE, () -> stage.honest().message(5).wire()));
    } else {
      faults.add(
          Faults.bytes(
              "a message where none belongs",
              Check.SHAPE,
              () -> stage.honest().message("AAAAAAAAAAAAAAAAAAAAAA==").wire()));
    }
    if (stage.state.keyed()) {
      faults.add(
          Faults.bytes(
              "a ciphertext of 15 bytes",
              Check.SHAPE,
              () -> stage.honest().message("AAAAAAAAAAAAAAAAAAAA").wire()));
      faults.add(
          Faults.bytes(
              "a tag in capitals",
              Check.SHAPE,
              () -> Changes.retagged(stage, tag -> "A" + tag.substring(1))));
      faults.add(
          Faults.bytes(
              "a tag of 63 digits",
              Check.SHAPE,
              () -> Changes.retagged(stage, tag -> tag.substring(1))));
    }
    if (stage.awaited() == MsgType.TEXT) {
      faults.add(
          Faults.bytes(
              "a text without id", Check.SHAPE, () -> Changes.header(stage, h -> h.without("id"))));
      faults.add(
          Faults.bytes(
              "an id in capitals",
              Check.SHAPE,
              () ->
                  Changes.header(
                      stage, h -> h.with("id", "6F1DC595-0000-4000-8000-000000000001"))));
      faults.add(
          Faults.bytes(
              "an id that is a number",
              Check.SHAPE,
              () -> Changes.header(stage, h -> h.with("id", 1))));
    }
  }
}
