package org.parley.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonReader;

/**
 * Between bytes and {@link Pdu}. Parsing is strict and comes before anything is hashed; what it
 * lets through has one canonical form, so that sums and tags mean the same to everybody.
 */
public final class PduCodec {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int HMAC_DIGITS = 64;

  private PduCodec() {}

  /**
   * The PDU that these bytes are, without LF. The caller has bounded their number.
   *
   * @throws PduException where they are none; says whether JSON or shape is wrong
   */
  public static Pdu parse(byte[] bytes) throws PduException {
    JsonReader.Cut read;
    try {
      read = CanonicalText.read(bytes);
    } catch (JsonException e) {
      throw new PduException(PduException.Fault.JSON, e.getMessage());
    }
    try {
      return shaped(read.object(), read.around());
    } catch (JsonException e) {
      throw new PduException(PduException.Fault.SHAPE, e.getMessage());
    }
  }

  /** Whether the PDU's {@code crc} is the one over its canonical form. */
  public static boolean crcOk(Pdu pdu) {
    return CanonicalText.crc(pdu.around(), pdu.hmacVal()) == pdu.crc();
  }

  /** What the PDU's tag is over: the parts, one after the other. */
  public static byte[][] macInput(Pdu pdu) {
    return CanonicalText.macInput(pdu.around());
  }

  /** C(pdu) in UTF-8, as a sender sends it, without the LF. */
  public static byte[] canonical(Pdu pdu) {
    return CanonicalText.whole(pdu.around(), pdu.crc(), pdu.hmacVal());
  }

  /** Whether the text can be the {@code id} of a message. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static Pdu shaped(JsonObject json, byte @Nullable [][] cut) throws JsonException {
    JsonObject header = json.object("header");
    String msgType = header.string("msg_type");
    long crc = header.integer("crc", 0, 0xFFFF_FFFFL);
    long timestamp = header.integer("timestamp", -JsonObject.MAX_INTEGER, JsonObject.MAX_INTEGER);
    MsgType type = MsgType.of(msgType);
    String id = type == MsgType.TEXT ? id(header) : null;
    String reason =
        type == MsgType.NACK && header.get("reason") instanceof String text ? text : null;

    JsonObject security = json.object("security");
    JsonObject hmac = security.object("hmac");
    boolean typed = constant(hmac, "hmac_type", "SHA256");
    boolean encrypted = constant(security, "enc_type", "AES256CBC");
    String hmacVal = hmac.stringOrNull("hmac_val");
    if (hmacVal != null && !isHmacVal(hmacVal)) {
      throw new JsonException("hmac_val is not 64 hex digits");
    }
    byte[] message = message(json.stringOrNull("message"), type, encrypted);
    boolean tagged = hmacVal != null;
    Pdu.Protection protection =
        typed && encrypted && tagged
            ? Pdu.Protection.AUTHENTICATED
            : typed || encrypted || tagged ? Pdu.Protection.MIXED : Pdu.Protection.PLAIN;
    Pdu.Header parsed = new Pdu.Header(msgType, crc, timestamp, id, reason);
    byte[][] around = cut == null ? CanonicalText.around(json) : cut;
    return new Pdu(json, parsed, message, protection, hmacVal, around);
  }

  private static boolean isHmacVal(String text) {
    boolean digits = text.length() == HMAC_DIGITS;
    for (int i = 0; digits && i < HMAC_DIGITS; i++) {
      char c = text.charAt(i);
      digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return digits;
  }

  private static String id(JsonObject header) throws JsonException {
    String id = header.string("id");
    if (!isId(id)) {
      throw new JsonException("id is not a message's");
    }
    return id;
  }

  /** Whether the member is set, to the only value that it may have. */
  private static boolean constant(JsonObject object, String name, String only)
      throws JsonException {
    String value = object.stringOrNull(name);
    if (value != null && !value.equals(only)) {
      throw new JsonException(name + " is none that is known");
    }
    return value != null;
  }

  private static byte @Nullable [] message(
      @Nullable String base64, @Nullable MsgType type, boolean encrypted) throws JsonException {
    // Of a type that is not known nobody can say whether it has a body.
    if (type != null && type.hasBody() != (base64 != null)) {
      throw new JsonException(type.hasBody() ? "message is missing" : "message is not null");
    }
    if (base64 == null) {
      return null;
    }
    byte[] bytes = Base64Text.decode(base64);
    if (bytes.length == 0 || (encrypted && bytes.length % Limits.BLOCK != 0)) {
      throw new JsonException("message is empty or no whole number of blocks");
    }
    return bytes;
  }
}
