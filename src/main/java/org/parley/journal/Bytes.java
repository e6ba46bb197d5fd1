package org.parley.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.parley.crypto.Sha256;

/** Spellings of the formats: u64 big-endian, ASCII labels, lower-case hex. */
final class Bytes {
  private Bytes() {}

  static byte[] u64(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  static byte[] ascii(String label) {
    return label.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The mark of a finding: a digest over what it is about, and over what was found. */
  static String mark(String what, byte[]... parts) {
    byte[][] all = new byte[2 * parts.length + 1][];
    all[0] = ascii("parley/finding/1 " + what);
    for (int i = 0; i < parts.length; i++) {
      // Lengths keep neighbouring parts apart.
      all[2 * i + 1] = u64(parts[i].length);
      all[2 * i + 2] = parts[i];
    }
    return hex(Sha256.of(all));
  }
}
