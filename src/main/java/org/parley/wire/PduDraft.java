package org.parley.wire;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.json.Base64Text;
import org.parley.json.JsonObject;

/**
 * A PDU on its way out, before its tag and sum are known: the caller computes the tag over {@link
 * #macInput()} with a key that this package never sees.
 */
public final class PduDraft {
  private static final String HMAC_TYPE = "SHA256";
  private static final String ENC_TYPE = "AES256CBC";

  private final JsonObject json;
  private final Pdu.Header header;
  private final byte @Nullable [] message;
  private final boolean plain;
  private final byte[][] around;

  private PduDraft(Pdu.Header header, byte @Nullable [] message, boolean plain) {
    this.header = header;
    this.message = message;
    this.plain = plain;
    this.json = json(header, message, plain);
    this.around = CanonicalText.around(json);
  }

  /** A plain PDU: no tag, {@code message} is the base64 of the body itself. */
  public static PduDraft plain(MsgType type, long timestamp, byte @Nullable [] body) {
    return new PduDraft(new Pdu.Header(type.wireName(), 0, timestamp, null, null), body, true);
  }

  /**
   * An authenticated PDU.
   *
   * @param ciphertext the encrypted body, or null where the type has none
   * @param id of a {@code text}, else null
   * @param reason of a {@code nack}, else null
   */
  public static PduDraft authenticated(
      MsgType type,
      long timestamp,
      byte @Nullable [] ciphertext,
      @Nullable String id,
      @Nullable String reason) {
    return new PduDraft(
        new Pdu.Header(type.wireName(), 0, timestamp, id, reason), ciphertext, false);
  }

  private static JsonObject json(Pdu.Header header, byte @Nullable [] message, boolean plain) {
    JsonObject head =
        JsonObject.empty()
            .with("msg_type", header.msgType())
            .with("crc", 0)
            .with("timestamp", header.timestamp());
    head = header.id() == null ? head : head.with("id", header.id());
    head = header.reason() == null ? head : head.with("reason", header.reason());
    JsonObject hmac =
        JsonObject.empty().with("hmac_type", plain ? null : HMAC_TYPE).with("hmac_val", null);
    return JsonObject.empty()
        .with("header", head)
        .with("message", message == null ? null : Base64Text.encode(message))
        .with(
            "security",
            JsonObject.empty().with("hmac", hmac).with("enc_type", plain ? null : ENC_TYPE));
  }

  /** What the tag of an authenticated PDU is over: the parts, one after the other. */
  public byte[][] macInput() {
    return CanonicalText.macInput(around);
  }

  /**
   * The finished PDU.
   *
   * @param mac the tag, 32 bytes; null for a plain PDU, and only there
   */
  public Pdu finish(byte @Nullable [] mac) {
    if ((mac == null) != plain) {
      throw new IllegalArgumentException("an authenticated PDU has a tag, a plain one has none");
    }
    String hmacVal = mac == null ? null : HexFormat.of().formatHex(mac);
    long crc = CanonicalText.crc(around, hmacVal);
    Pdu.Header done =
        new Pdu.Header(header.msgType(), crc, header.timestamp(), header.id(), header.reason());
    Pdu.Protection protection = plain ? Pdu.Protection.PLAIN : Pdu.Protection.AUTHENTICATED;
    return new Pdu(summed(crc, hmacVal), done, message, protection, hmacVal, around);
  }

  private JsonObject summed(long crc, @Nullable String hmacVal) {
    JsonObject security = (JsonObject) java.util.Objects.requireNonNull(json.get("security"));
    JsonObject hmac = (JsonObject) java.util.Objects.requireNonNull(security.get("hmac"));
    JsonObject head = (JsonObject) java.util.Objects.requireNonNull(json.get("header"));
    return json.with("header", head.with("crc", crc))
        .with("security", security.with("hmac", hmac.with("hmac_val", hmacVal)));
  }
}
