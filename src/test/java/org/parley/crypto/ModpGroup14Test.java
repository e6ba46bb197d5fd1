package org.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModpGroup14Test {
  private static final BigInteger P = Rfc3526.prime();

  private static byte[] bytes(BigInteger value) {
    byte[] raw = value.toByteArray();
    byte[] out = new byte[256];
    int from = Math.max(0, raw.length - 256);
    System.arraycopy(raw, from, out, 256 - (raw.length - from), raw.length - from);
    return out;
  }

  private static SecretBytes exponent(BigInteger value) {
    return SecretBytes.taking(Arrays.copyOfRange(bytes(value), 224, 256));
  }

  @Test
  void the_prime_is_that_of_rfc_3526() {
    // Computed here with the prime from its formula: with any other they would differ.
    BigInteger x = BigInteger.TWO.pow(255).add(BigInteger.valueOf(12345));
    assertThat(ModpGroup14.publicValue(exponent(x))).isEqualTo(bytes(BigInteger.TWO.modPow(x, P)));
  }

  @Test
  void both_sides_come_to_one_value_padded_to_256_bytes() throws Exception {
    RandomSource random = RandomSource.secure();
    try (SecretBytes a = ModpGroup14.privateExponent(random);
        SecretBytes b = ModpGroup14.privateExponent(random)) {
      byte[] ab =
          ModpGroup14.agree(a, ModpGroup14.checkPublic(ModpGroup14.publicValue(b))).expose();
      byte[] ba =
          ModpGroup14.agree(b, ModpGroup14.checkPublic(ModpGroup14.publicValue(a))).expose();
      assertThat(ab).isEqualTo(ba).hasSize(256);
    }
    // 2^1 = 2: nearly all zeros on the left.
    byte[] small =
        ModpGroup14.agree(exponent(BigInteger.ONE), ModpGroup14.checkPublic(bytes(BigInteger.TWO)))
            .expose();
    assertThat(small).isEqualTo(bytes(BigInteger.TWO));
  }

  @Test
  void values_out_of_range_and_non_residues_are_refused() {
    BigInteger four = BigInteger.valueOf(4);
    for (BigInteger y :
        new BigInteger[] {
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          P,
          P.add(four),
          P.subtract(four), // in range; -1 is no square mod p, so neither is -4
          BigInteger.TWO.pow(2048).subtract(BigInteger.ONE)
        }) {
      assertThatThrownBy(() -> ModpGroup14.checkPublic(bytes(y)))
          .isInstanceOf(CryptoException.class);
    }
    assertThatThrownBy(() -> ModpGroup14.checkPublic(new byte[255]))
        .isInstanceOf(CryptoException.class);
    assertThatThrownBy(() -> ModpGroup14.checkPublic(new byte[257]))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void the_check_agrees_with_eulers_criterion() {
    BigInteger q = P.shiftRight(1);
    long seed = System.nanoTime();
    java.util.Random random = new java.util.Random(seed);
    for (int i = 0; i < 20; i++) {
      BigInteger y = new BigInteger(2047, random).add(BigInteger.TWO);
      boolean square = y.modPow(q, P).equals(BigInteger.ONE);
      boolean taken = true;
      try {
        ModpGroup14.checkPublic(bytes(y));
      } catch (CryptoException e) {
        taken = false;
      }
      assertThat(taken).as("seed " + seed).isEqualTo(square);
    }
  }
}
