package org.parley.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.wire.Frame;

/**
 * Makes PDUs as the page says, or as it forbids, without the code under test: whole serialisation
 * for the tag, whole serialisation for the sum.
 */
final class Forge {
  private final @Nullable SessionKeys keys;

  Forge(@Nullable SessionKeys keys) {
    this.keys = keys;
  }

  /** A plain PDU. */
  Made plain(String type, long timestamp, byte @Nullable [] body) {
    return new Made(type, timestamp, body == null ? null : base64(body), false);
  }

  /** An authenticated PDU. */
  Made authenticated(String type, long timestamp, byte @Nullable [] body) {
    return sealed(type, timestamp, body == null ? null : keys.encrypt(body));
  }

  /** An authenticated PDU of that ciphertext. */
  Made sealed(String type, long timestamp, byte @Nullable [] ciphertext) {
    return new Made(type, timestamp, ciphertext == null ? null : base64(ciphertext), true);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static JsonObject read(byte[] wire) {
    try {
      return JsonReader.object(wire, JsonProfile.STRICT);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One PDU in the making. */
  final class Made {
    private final boolean authenticated;
    private JsonObject header;
    private @Nullable Object message;
    private UnaryOperator<JsonObject> last = UnaryOperator.identity();
    private boolean wrongTag;

    private Made(String type, long timestamp, @Nullable String message, boolean authenticated) {
      this.authenticated = authenticated;
      this.message = message;
      header = JsonObject.empty().with("msg_type", type).with("timestamp", timestamp);
    }

    Made id(@Nullable String id) {
      header = id == null ? header : header.with("id", id);
      return this;
    }

    Made reason(@Nullable Object reason) {
      header = reason == null ? header : header.with("reason", reason);
      return this;
    }

    Made extra(String name, @Nullable Object value) {
      header = header.with(name, value);
      return this;
    }

    Made message(@Nullable Object value) {
      message = value;
      return this;
    }

    /** Changes the whole before tag and sum are made. */
    Made changed(UnaryOperator<JsonObject> change) {
      last = change;
      return this;
    }

    /** Has a tag that is not the right one, and a sum that is right over it. */
    Made wrongTag() {
      wrongTag = true;
      return this;
    }

    byte[] wire() {
      JsonObject bare = last.apply(json(0, null));
      String tag = authenticated ? tag(bare) : null;
      JsonObject tagged = authenticated ? withTag(bare, tag) : bare;
      CRC32 crc = new CRC32();
      crc.update(JsonWriter.canonicalBytes(tagged));
      JsonObject summed = tagged;
      if (tagged.get("header") instanceof JsonObject head && head.has("crc")) {
        summed = tagged.with("header", head.with("crc", crc.getValue()));
      }
      return JsonWriter.canonicalBytes(summed);
    }

    /** The wire bytes with one text put for another, sum and tag as they were. */
    byte[] wireWith(String text, String other) {
      String wire = new String(wire(), StandardCharsets.UTF_8);
      if (!wire.contains(text)) {
        throw new IllegalStateException("no " + text);
      }
      return wire.replace(text, other).getBytes(StandardCharsets.UTF_8);
    }

    Frame frame() {
      return Frame.of(wire());
    }

    private String tag(JsonObject bare) {
      byte[] tag = keys.mac(JsonWriter.canonicalBytes(bare));
      tag[31] ^= (byte) (wrongTag ? 1 : 0);
      return HexFormat.of().formatHex(tag);
    }

    private JsonObject withTag(JsonObject bare, String tag) {
      if (!(bare.get("security") instanceof JsonObject security)
          || !(security.get("hmac") instanceof JsonObject hmac)) {
        return bare;
      }
      return bare.with("security", security.with("hmac", hmac.with("hmac_val", tag)));
    }

    private JsonObject json(long crc, @Nullable String tag) {
      JsonObject hmac =
          JsonObject.empty()
              .with("hmac_type", authenticated ? "SHA256" : null)
              .with("hmac_val", tag);
      return JsonObject.empty()
          .with("header", header.with("crc", crc))
          .with("message", message)
          .with(
              "security",
              JsonObject.empty()
                  .with("hmac", hmac)
                  .with("enc_type", authenticated ? "AES256CBC" : null));
    }
  }
}
