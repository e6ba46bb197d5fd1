package org.parley.wire;

import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

/**
 * One PDU of the classic protocol, immutable and of the right shape: every member that the page
 * names is there, of its type and within its values. Nothing is said about its sums, its time or
 * whether it is expected.
 */
public final class Pdu {
  /** What the three security members say together. */
  public enum Protection {
    /** All three are null. */
    PLAIN,
    /** All three are set: {@code hmac_type}, {@code hmac_val} and {@code enc_type}. */
    AUTHENTICATED,
    /** Some are set: no sender that follows the protocol makes one. */
    MIXED
  }

  private final @Nullable JsonObject json;
  private final Header header;
  private final byte @Nullable [] message;
  private final Protection protection;
  private final @Nullable String hmacVal;
  private final byte[][] around;

  /** The header's members, {@code id} and {@code reason} only where they count. */
  record Header(
      String msgType, long crc, long timestamp, @Nullable String id, @Nullable String reason) {}

  /** {@code json} is null where its text was written, not read. */
  Pdu(
      @Nullable JsonObject json,
      Header header,
      byte @Nullable [] message,
      Protection protection,
      @Nullable String hmacVal,
      byte[][] around) {
    this.json = json;
    this.header = header;
    this.message = message;
    this.protection = protection;
    this.hmacVal = hmacVal;
    this.around = around;
  }

  /** The {@code msg_type} as it stands, known or not. */
  public String msgType() {
    return header.msgType();
  }

  /** The {@code msg_type}, or null where this version knows none such. */
  public @Nullable MsgType type() {
    return MsgType.of(header.msgType());
  }

  /** Milliseconds since 1970 UTC, by the sender's clock; within ±(2^53-1). */
  public long timestamp() {
    return header.timestamp();
  }

  /** The sum that the sender wrote, 0 to 2^32-1. */
  public long crc() {
    return header.crc();
  }

  /** The message's id; set in a {@code text} and only there. */
  public @Nullable String id() {
    return header.id();
  }

  /** The {@code reason} of a {@code nack}, where it is a string. */
  public @Nullable String reason() {
    return header.reason();
  }

  /**
   * The bytes of {@code message}: the body of a plain PDU, the ciphertext of another; null where
   * there is none. The array itself: not to be changed.
   */
  public byte @Nullable [] message() {
    return message;
  }

  /** What the security members say. */
  public Protection protection() {
    return protection;
  }

  /** The tag as it stands, 64 hex digits, or null. */
  public @Nullable String hmacVal() {
    return hmacVal;
  }

  /** The whole object, with the members that the protocol ignores. */
  public JsonObject json() {
    if (json != null) {
      return json;
    }
    try {
      return JsonReader.object(PduCodec.canonical(this), JsonProfile.STRICT);
    } catch (JsonException e) {
      throw new IllegalStateException("what was written cannot be read", e);
    }
  }

  /** The canonical text without the values of {@code crc} and {@code hmac_val}: three pieces. */
  byte[][] around() {
    return around;
  }

  @Override
  public String toString() {
    return "Pdu[" + header.msgType() + "]";
  }
}
