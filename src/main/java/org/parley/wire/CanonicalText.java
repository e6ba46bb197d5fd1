package org.parley.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * The canonical form C(p) (RFC 8785) as the protocol hashes it. All texts that are made of one PDU
 * differ in two values, {@code header.crc} and {@code security.hmac.hmac_val}, so it is serialised
 * once, around them.
 */
final class CanonicalText {
  private static final byte[] ZERO = {'0'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private CanonicalText() {}

  /** The two values, in the order of the text: "header" sorts before "security". */
  private static final String[] OPEN = {"header.crc", "security.hmac.hmac_val"};

  /** What stands before, between and after the two values. */
  static byte[][] around(JsonObject pdu) {
    return JsonWriter.canonicalAround(pdu, OPEN);
  }

  /** Reads an object, and cuts it where its bytes are canonical already, as most senders' are. */
  static JsonReader.Cut read(byte[] bytes) throws JsonException {
    return JsonReader.cut(bytes, OPEN);
  }

  /** Step 1: what the tag is over, {@code crc} 0 and {@code hmac_val} null. */
  static byte[][] macInput(byte[][] around) {
    return new byte[][] {around[0], ZERO, around[1], NULL, around[2]};
  }

  /** Step 2: the zlib CRC-32 with {@code crc} 0 and the tag as it is. */
  static long crc(byte[][] around, @Nullable String hmacVal) {
    CRC32 crc = new CRC32();
    crc.update(around[0]);
    crc.update(ZERO);
    crc.update(around[1]);
    crc.update(tag(hmacVal));
    crc.update(around[2]);
    return crc.getValue();
  }

  /** The whole text. */
  static byte[] whole(byte[][] around, long crc, @Nullable String hmacVal) {
    byte[] sum = Long.toString(crc).getBytes(StandardCharsets.US_ASCII);
    byte[] tag = tag(hmacVal);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(
            around[0].length + sum.length + around[1].length + tag.length + around[2].length);
    out.writeBytes(around[0]);
    out.writeBytes(sum);
    out.writeBytes(around[1]);
    out.writeBytes(tag);
    out.writeBytes(around[2]);
    return out.toByteArray();
  }

  private static byte[] tag(@Nullable String hmacVal) {
    return hmacVal == null ? NULL : ('"' + hmacVal + '"').getBytes(StandardCharsets.US_ASCII);
  }
}
