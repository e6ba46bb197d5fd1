package org.parley.bench;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;

/**
 * One side's part of a Diffie-Hellman exchange in the 2048-bit group on the bare libraries: the
 * JDK's exponentiation, which is the fastest at hand, and Bouncy Castle's check of a public value.
 */
final class BareGroup {
  static final int SIZE = 256;
  private static final int EXPONENT_BITS = 256;
  private static final DHParameters GROUP = DHStandardGroups.rfc3526_2048;

  private final BigInteger exponent;

  BareGroup(SecureRandom random) {
    exponent = new BigInteger(EXPONENT_BITS, random);
  }

  byte[] publicValue() {
    return fixed(GROUP.getG().modPow(exponent, GROUP.getP()));
  }

  /** The shared value, after the check of the peer's. */
  byte[] agree(byte[] peer) {
    BigInteger checked = new DHPublicKeyParameters(new BigInteger(1, peer), GROUP).getY();
    return fixed(checked.modPow(exponent, GROUP.getP()));
  }

  private static byte[] fixed(BigInteger value) {
    byte[] raw = value.toByteArray();
    byte[] out = new byte[SIZE];
    int from = Math.max(0, raw.length - SIZE);
    System.arraycopy(raw, from, out, SIZE - (raw.length - from), raw.length - from);
    return out;
  }
}
