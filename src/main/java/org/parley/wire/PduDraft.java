package org.parley.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.json.Base64Text;

/**
 * A PDU on its way out, before its tag and sum are known: the caller computes the tag over {@link
 * #macInput()} with a key that this package never sees.
 */
public final class PduDraft {
  private static final byte[] BEFORE = ascii("{\"header\":{\"crc\":");
  private static final String PLAIN =
      ",\"security\":{\"enc_type\":null,\"hmac\":{\"hmac_type\":null,\"hmac_val\":";
  private static final String AUTHENTICATED =
      ",\"security\":{\"enc_type\":\"AES256CBC\","
          + "\"hmac\":{\"hmac_type\":\"SHA256\",\"hmac_val\":";
  private static final byte[] AFTER = ascii("}}}");

  private final Pdu.Header header;
  private final byte @Nullable [] message;
  private final boolean plain;
  private final byte[][] around;

  private PduDraft(Pdu.Header header, byte @Nullable [] message, boolean plain) {
    this.header = header;
    this.message = message;
    this.plain = plain;
    this.around = around(header, message, plain);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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

  /**
   * The canonical text, in one go: its members are always the same, and sorted here. Types, ids and
   * reasons are plain words, which {@link #plainWord} sees to, so that nothing needs an escape.
   */
  private static byte[][] around(Pdu.Header header, byte @Nullable [] message, boolean plain) {
    StringBuilder between = new StringBuilder(256);
    if (header.id() != null) {
      between.append(",\"id\":\"").append(plainWord(header.id())).append('"');
    }
    between.append(",\"msg_type\":\"").append(header.msgType()).append('"');
    if (header.reason() != null) {
      between.append(",\"reason\":\"").append(plainWord(header.reason())).append('"');
    }
    between.append(",\"timestamp\":").append(header.timestamp()).append("},\"message\":");
    if (message == null) {
      between.append("null");
    } else {
      between.append('"').append(Base64Text.encode(message)).append('"');
    }
    between.append(plain ? PLAIN : AUTHENTICATED);
    return new byte[][] {BEFORE, between.toString().getBytes(StandardCharsets.US_ASCII), AFTER};
  }

  private static String plainWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
        throw new IllegalArgumentException("an id or a reason is a plain word");
      }
    }
    return word;
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
    return new Pdu(null, done, message, protection, hmacVal, around);
  }
}
