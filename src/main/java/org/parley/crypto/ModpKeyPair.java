package org.parley.crypto;

/**
 * An ephemeral key pair of {@link ModpGroup14}, for one connection: whoever takes it owns the
 * exponent, and wipes it once the keys are derived, so that a secret stolen later opens nothing
 * that was recorded before.
 *
 * @param exponent x, {@link ModpGroup14#EXPONENT_SIZE} random bytes
 * @param publicValue g^x mod p, {@link ModpGroup14#SIZE} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ModpKeyPair(SecretBytes exponent, byte[] publicValue) implements AutoCloseable {

  /** A fresh pair; takes an exponentiation, about half a millisecond. */
  public static ModpKeyPair generate(RandomSource random) {
    SecretBytes exponent = ModpGroup14.privateExponent(random);
    return new ModpKeyPair(exponent, ModpGroup14.publicValue(exponent));
  }

  @Override
  public void close() {
    exponent.close();
  }

  @Override
  public String toString() {
    return "ModpKeyPair[redacted]";
  }
}
