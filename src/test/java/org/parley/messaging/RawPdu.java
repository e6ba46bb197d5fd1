package org.parley.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.parley.crypto.AesCbc;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.SecretBytes;
import org.parley.crypto.Sha256;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/** PDUs as the protocol's page describes them, made without the program's own code for them. */
final class RawPdu {
  private RawPdu() {}

  /** The keys of a connection: what enc_key leads to. */
  record Keys(byte[] enc, byte[] iv, byte[] hmac, byte[] chap) {
    static Keys of(byte[] contactSecret, String initiator, String responder, byte[] dhsk) {
      byte[] roles = ascii("parley/classic/1\0" + initiator + "\0" + responder);
      byte[] user = HmacSha256.of(SecretBytes.copyOf(contactSecret), roles);
      byte[] enc = HmacSha256.of(SecretBytes.taking(user), dhsk);
      byte[] iv = Sha256.of(enc);
      byte[] hmac = Sha256.of(iv);
      return new Keys(enc, java.util.Arrays.copyOf(iv, 16), hmac, Sha256.of(hmac));
    }

    byte[] answer(String role, byte[] challenge) {
      return HmacSha256.of(SecretBytes.copyOf(chap), ascii(role), challenge);
    }

    byte[] open(JsonObject pdu) throws Exception {
      byte[] sealed = Base64.getDecoder().decode(pdu.string("message"));
      return AesCbc.decrypt(SecretBytes.copyOf(enc), iv, sealed);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static JsonObject plain(String type, byte[] body, long timestamp) {
    return summed(pdu(type, body, timestamp, false));
  }

  static JsonObject sealed(Keys keys, JsonObject header, byte[] body) throws JsonException {
    byte[] message =
        body == null ? null : AesCbc.encrypt(SecretBytes.copyOf(keys.enc), keys.iv, body);
    JsonObject pdu = pdu("", message, 0, true).with("header", header.with("crc", 0));
    byte[] tag = HmacSha256.of(SecretBytes.copyOf(keys.hmac), JsonWriter.canonicalBytes(pdu));
    return summed(tagged(pdu, HexFormat.of().formatHex(tag)));
  }

  static JsonObject header(String type, long timestamp) {
    return JsonObject.empty().with("msg_type", type).with("crc", 0).with("timestamp", timestamp);
  }

  /** With another tag, and the sum that goes with it. */
  static JsonObject tagged(JsonObject pdu, String tag) throws JsonException {
    JsonObject security = pdu.object("security");
    JsonObject hmac = security.object("hmac").with("hmac_val", tag);
    return summed(pdu.with("security", security.with("hmac", hmac)));
  }

  /** With the sum that belongs to it. */
  static JsonObject summed(JsonObject pdu) {
    try {
      JsonObject header = pdu.object("header");
      CRC32 crc = new CRC32();
      crc.update(JsonWriter.canonicalBytes(pdu.with("header", header.with("crc", 0))));
      return pdu.with("header", header.with("crc", crc.getValue()));
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonObject pdu(String type, byte[] message, long timestamp, boolean sealed) {
    JsonObject hmac =
        JsonObject.empty().with("hmac_type", sealed ? "SHA256" : null).with("hmac_val", null);
    JsonObject security =
        JsonObject.empty().with("hmac", hmac).with("enc_type", sealed ? "AES256CBC" : null);
    return JsonObject.empty()
        .with("header", header(type, timestamp))
        .with("message", message == null ? null : Base64.getEncoder().encodeToString(message))
        .with("security", security);
  }

  /** The body of a dh_1 or dh_2 in a fresh one, of that type and under that name. */
  static JsonObject renamed(JsonObject dh, String type, String name) throws JsonException {
    byte[] body = Base64.getDecoder().decode(dh.string("message"));
    JsonObject named = JsonReader.object(body, JsonProfile.STRICT).with("user", name);
    return plain(type, JsonWriter.canonicalBytes(named), System.currentTimeMillis());
  }

  static byte[] line(JsonObject pdu) {
    return ascii(JsonWriter.canonical(pdu) + "\n");
  }

  static String type(JsonObject pdu) throws JsonException {
    return pdu.object("header").string("msg_type");
  }
}
