package org.parley.journal.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the making, as {@link ByteSource} reads them. For one thread. */
final class ByteSink {
  private byte[] bytes = new byte[1024];
  private int length;

  /**
   * A number of at least 0: 7 bits a byte, lowest first, the highest bit set on all but the last.
   */
  ByteSink number(long value) {
    long rest = value;
    while (rest > 0x7F) {
      oneByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    return oneByte((int) rest);
  }

  /** A number that may be below 0: its double, or where it is below 0 its double's complement. */
  ByteSink signed(long value) {
    long zigzag = value << 1 ^ value >> 63;
    oneByte((int) (zigzag & 0x7F));
    return number(zigzag >>> 7);
  }

  /** 8 bytes, the highest first. */
  ByteSink fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      oneByte((int) (value >>> shift));
    }
    return this;
  }

  /** That many bytes, without saying how many. */
  ByteSink raw(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  /** UTF-8 after its length. */
  ByteSink text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return number(utf8.length).raw(utf8);
  }

  private ByteSink oneByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
