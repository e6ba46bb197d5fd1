package org.parley.crypto;

import java.math.BigInteger;

/** The prime of RFC 3526 section 3 from its formula, not from its digits. */
public final class Rfc3526 {
  private Rfc3526() {}

  /** p = 2^2048 - 2^1984 - 1 + 2^64 * ([2^1918 pi] + 124476). */
  public static BigInteger prime() {
    return BigInteger.TWO
        .pow(2048)
        .subtract(BigInteger.TWO.pow(1984))
        .subtract(BigInteger.ONE)
        .add(pi(1918).add(BigInteger.valueOf(124476)).shiftLeft(64));
  }

  /** [2^bits pi], by Machin's formula in fixed point with 64 bits to spare. */
  private static BigInteger pi(int bits) {
    BigInteger one = BigInteger.TWO.pow(bits + 64);
    return arccot(5, one)
        .multiply(BigInteger.valueOf(16))
        .subtract(arccot(239, one).multiply(BigInteger.valueOf(4)))
        .shiftRight(64);
  }

  private static BigInteger arccot(int x, BigInteger one) {
    BigInteger square = BigInteger.valueOf((long) x * x);
    BigInteger term = one.divide(BigInteger.valueOf(x));
    BigInteger sum = term;
    int sign = -1;
    for (int n = 3; term.signum() != 0; n += 2) {
      term = term.divide(square);
      BigInteger part = term.divide(BigInteger.valueOf(n));
      sum = sign > 0 ? sum.add(part) : sum.subtract(part);
      sign = -sign;
    }
    return sum;
  }
}
