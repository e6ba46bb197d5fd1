package org.parley.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** How a PDU's bytes, which may be anything, become {@link Entry#pdu()}. */
public final class PduText {
  /** The most bytes of UTF-8, as JSON escapes them, that are kept as text. */
  public static final int MAX_ESCAPED = 512 * 1024;

  /** How many bytes are kept of a PDU that cannot be kept as text. */
  public static final int CUT = 4096;

  private static final String PREFIX = "base64:";

  private PduText() {}

  /**
   * The text itself; where the bytes are no UTF-8, or escaping makes more than {@link #MAX_ESCAPED}
   * bytes of them, "base64:" and the first {@link #CUT} bytes.
   */
  public static String of(byte[] wire) {
    return of(wire, MAX_ESCAPED, CUT);
  }

  /**
   * As {@link #of(byte[])} with bounds of the caller's: text of at most {@code mostEscaped} bytes,
   * else the first {@code cut} bytes. For connections that did not authenticate, whose rows must
   * stay small.
   */
  public static String of(byte[] wire, int mostEscaped, int cut) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(wire)).toString();
      if (escaped(text, wire.length) <= mostEscaped) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // No UTF-8: kept as base64, below.
    }
    byte[] kept = Arrays.copyOf(wire, Math.min(wire.length, cut));
    return PREFIX + Base64.getEncoder().encodeToString(kept);
  }

  private static long escaped(String text, int bytes) {
    long total = bytes;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        total += 5;
      } else if (c == '"' || c == '\\') {
        total += 1;
      }
    }
    return total;
  }
}
