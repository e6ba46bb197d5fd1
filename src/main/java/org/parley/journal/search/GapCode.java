package org.parley.journal.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Rising numbers as the gaps between them, each in the Rice code (R. F. Rice, JPL 79-22): gap >>> k
 * zeros, a one, and the lowest k bits of the gap. With k near the logarithm of the mean gap that is
 * some one and a half bits more than the least that is possible, and it is read in a few
 * nanoseconds.
 */
final class GapCode {
  /** Bytes that must be readable after the last byte of a code. */
  static final int SLACK = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private GapCode() {}

  /** The k for that many numbers below a limit: the nearest to log2 of the mean gap, less 0.5. */
  static int parameter(int count, int limit) {
    int mean = (int) ((long) limit * 45 / 64 / count);
    return mean <= 1 ? 0 : 31 - Integer.numberOfLeadingZeros(mean);
  }

  /** Bytes of the code of these numbers. */
  static int size(int[] numbers, int count, int k) {
    long bits = (long) count * (k + 1);
    int previous = -1;
    for (int i = 0; i < count; i++) {
      bits += (numbers[i] - previous - 1) >>> k;
      previous = numbers[i];
    }
    return (int) ((bits + 7) >>> 3);
  }

  /** Writes the code into bytes that are zero. */
  static void write(int[] numbers, int count, int k, byte[] to, int offset) {
    long bit = (long) offset << 3;
    int previous = -1;
    for (int i = 0; i < count; i++) {
      int gap = numbers[i] - previous - 1;
      previous = numbers[i];
      bit += gap >>> k;
      setBit(to, bit++);
      for (int low = k - 1; low >= 0; low--, bit++) {
        if ((gap >>> low & 1) != 0) {
          setBit(to, bit);
        }
      }
    }
  }

  private static void setBit(byte[] to, long bit) {
    to[(int) (bit >>> 3)] |= (byte) (0x80 >>> (bit & 7));
  }

  /** Reads {@code count} numbers, each with {@code add} added, to {@code to[at]} and after. */
  static void read(byte[] from, int offset, int count, int k, int add, int[] to, int at) {
    long bit = (long) offset << 3;
    int previous = add - 1;
    for (int i = 0; i < count; i++) {
      long window = (long) LONG.get(from, (int) (bit >>> 3)) << (bit & 7);
      int zeros = Long.numberOfLeadingZeros(window);
      int high = zeros;
      if (zeros + k >= 56) {
        // A gap so long that it, or what follows it, is beyond the window.
        long start = bit;
        while (zeros >= 56) {
          bit += 56;
          window = (long) LONG.get(from, (int) (bit >>> 3)) << (bit & 7);
          zeros = Long.numberOfLeadingZeros(window);
        }
        bit += zeros;
        high = (int) (bit - start);
        window = (long) LONG.get(from, (int) (bit >>> 3)) << (bit & 7);
        zeros = 0;
      }
      // Two shifts, since one by 64 - 0 would shift by nothing.
      int low = (int) ((window << (zeros + 1)) >>> 1 >>> (63 - k));
      bit += zeros + 1 + k;
      previous += (high << k) + low + 1;
      to[at + i] = previous;
    }
  }
}
