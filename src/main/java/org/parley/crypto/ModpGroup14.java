package org.parley.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;

/**
 * The 2048-bit MODP group, number 14, of RFC 3526 section 3: generator 2, p a safe prime, so that
 * the squares form the one large subgroup, of prime order q = (p - 1) / 2.
 *
 * <p>Exponentiation is {@link BigInteger#modPow}, which has intrinsics and is several times faster
 * than a portable one; it is not constant time, and its intermediate values cannot be wiped.
 */
public final class ModpGroup14 {
  /** Bytes of a public value and of a shared value, big-endian, zero-padded on the left. */
  public static final int SIZE = 256;

  /** Bytes of a private exponent: 256 random bits, twice the group's strength. */
  public static final int EXPONENT_SIZE = 32;

  private static final BigInteger P =
      new BigInteger(
          "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
              + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
              + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
              + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
              + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
              + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
              + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
              + "3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF",
          16);
  private static final BigInteger G = BigInteger.TWO;
  // With the order given, Bouncy Castle's constructor of a public key checks the Jacobi symbol.
  private static final DHParameters GROUP =
      new DHParameters(P, G, P.subtract(BigInteger.ONE).shiftRight(1));

  private ModpGroup14() {}

  /** A fresh private exponent of {@link #EXPONENT_SIZE} bytes. */
  public static SecretBytes privateExponent(RandomSource random) {
    return SecretBytes.taking(random.bytes(EXPONENT_SIZE));
  }

  /** g^x mod p as {@link #SIZE} bytes. */
  public static byte[] publicValue(SecretBytes exponent) {
    return fixed(G.modPow(new BigInteger(1, exponent.expose()), P));
  }

  /** A peer's public value that has been checked; only {@link #checkPublic} makes one. */
  public static final class PublicValue {
    private final BigInteger y;

    private PublicValue(BigInteger y) {
      this.y = y;
    }
  }

  /**
   * Refuses a public value that is not 2 &lt;= y &lt;= p-2 with Jacobi symbol 1. Why: 0, 1 and p-1
   * make the shared value known to everybody, and a non-residue leaks the lowest bit of our
   * exponent.
   *
   * @param value {@link #SIZE} bytes, big-endian
   */
  public static PublicValue checkPublic(byte[] value) throws CryptoException {
    if (value.length != SIZE) {
      throw new CryptoException("public value is not 256 bytes");
    }
    BigInteger y = new BigInteger(1, value);
    if (y.compareTo(BigInteger.TWO) < 0 || y.compareTo(P.subtract(BigInteger.TWO)) > 0) {
      throw new CryptoException("public value is out of range");
    }
    try {
      return new PublicValue(new DHPublicKeyParameters(y, GROUP).getY());
    } catch (IllegalArgumentException e) {
      throw new CryptoException("public value is no square");
    }
  }

  /** y^x mod p as {@link #SIZE} bytes. */
  public static SecretBytes agree(SecretBytes exponent, PublicValue peer) {
    BigInteger shared = peer.y.modPow(new BigInteger(1, exponent.expose()), P);
    return SecretBytes.taking(fixed(shared));
  }

  private static byte[] fixed(BigInteger value) {
    byte[] raw = value.toByteArray();
    int from = raw.length > SIZE ? 1 : 0; // a sign byte
    byte[] out = new byte[SIZE];
    System.arraycopy(raw, from, out, SIZE - (raw.length - from), raw.length - from);
    Arrays.fill(raw, (byte) 0);
    return out;
  }
}
