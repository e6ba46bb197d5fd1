package org.parley.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonObject;
import org.parley.wire.MsgType;

/** Ways to change what a state awaits, so that one thing is wrong with it. */
final class Changes {
  private Changes() {}

  static byte[] chopped(byte[] wire) {
    return Arrays.copyOf(wire, wire.length - 1);
  }

  static byte[] notUtf8(byte[] wire) {
    wire[new String(wire, StandardCharsets.ISO_8859_1).indexOf("\"x\"") + 1] = (byte) 0xff;
    return wire;
  }

  static byte[] retagged(Stage stage, UnaryOperator<String> change) {
    String tag = tag(stage.honest().wire());
    return stage.honest().wireWith(tag, change.apply(tag));
  }

  static String tag(byte[] wire) {
    return new String(wire, StandardCharsets.UTF_8)
        .replaceAll(".*\"hmac_val\":\"([0-9a-f]{64}).*", "$1");
  }

  static byte[] wrongSum(Stage stage) {
    String text = new String(stage.honest().wire(), StandardCharsets.UTF_8);
    return sum(stage, Long.parseLong(text.replaceAll(".*\"crc\":([0-9]+).*", "$1")) ^ 1);
  }

  static byte[] header(Stage stage, Function<JsonObject, JsonObject> change) {
    return stage
        .honest()
        .changed(j -> j.with("header", change.apply((JsonObject) j.get("header"))))
        .wire();
  }

  static Forge.Made plain(Stage stage) {
    return stage
        .forge
        .plain(stage.awaited().wireName(), stage.now.wallMillis(), stage.body())
        .id(id(stage));
  }

  static byte[] security(Stage stage, Function<JsonObject, JsonObject> change) {
    return security(stage.honest(), change);
  }

  static byte[] security(Forge.Made made, Function<JsonObject, JsonObject> change) {
    return made.changed(j -> j.with("security", change.apply((JsonObject) j.get("security"))))
        .wire();
  }

  static byte[] hmac(Stage stage, Function<JsonObject, JsonObject> change) {
    return hmac(stage.honest(), change);
  }

  static byte[] hmac(Forge.Made made, Function<JsonObject, JsonObject> change) {
    return security(made, s -> s.with("hmac", change.apply((JsonObject) s.get("hmac"))));
  }

  static byte[] sum(Stage stage, long sum) {
    byte[] wire = stage.honest().wire();
    String text = new String(wire, StandardCharsets.UTF_8);
    return text.replaceFirst("\"crc\":[0-9]+", "\"crc\":" + sum).getBytes(StandardCharsets.UTF_8);
  }

  static @Nullable String id(Stage stage) {
    return stage.awaited() == MsgType.TEXT ? Stage.ID : null;
  }
}
