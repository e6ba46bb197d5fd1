package org.parley.journal.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link ByteSink} wrote. The bytes were sealed by us, so that anything else in them
 * is a bug of ours or another version's: {@link IllegalArgumentException}, and the index is built
 * anew. For one thread.
 */
final class ByteSource {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte next = oneByte();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw wrong();
  }

  /** A number that counts what follows or fits an int otherwise. */
  int count() {
    long value = number();
    if (value > Integer.MAX_VALUE) {
      throw wrong();
    }
    return (int) value;
  }

  long signed() {
    long zigzag = oneByte() & 0x7F;
    zigzag |= number() << 7;
    return zigzag >>> 1 ^ -(zigzag & 1);
  }

  long fixed() {
    if (bytes.length - at < Long.BYTES) {
      throw wrong();
    }
    at += Long.BYTES;
    return (long) LONG.get(bytes, at - Long.BYTES);
  }

  byte[] raw(int length) {
    if (length < 0 || length > bytes.length - at) {
      throw wrong();
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() {
    return new String(raw(count()), StandardCharsets.UTF_8);
  }

  /** Nothing may follow. */
  void end() {
    if (at != bytes.length) {
      throw wrong();
    }
  }

  private byte oneByte() {
    if (at == bytes.length) {
      throw wrong();
    }
    return bytes[at++];
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException("bytes that were not written so");
  }
}
