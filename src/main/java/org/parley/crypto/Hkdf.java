package org.parley.crypto;

import java.util.Arrays;

/** HKDF with SHA-256 and no salt (RFC 5869): extract, then expand. */
public final class Hkdf {
  private static final byte[] NO_SALT = new byte[HmacSha256.SIZE];

  private Hkdf() {}

  /**
   * Derives {@code length} bytes, 1 to 8160, from the input key material under the label {@code
   * info}.
   */
  public static SecretBytes derive(SecretBytes material, byte[] info, int length) {
    if (length < 1 || length > 255 * HmacSha256.SIZE) {
      throw new IllegalArgumentException("HKDF length " + length);
    }
    // RFC 5869 section 2.2: without a salt the key of the extraction is a block of zeros.
    byte[] prk = HmacSha256.of(NO_SALT, material.expose());
    byte[] out = new byte[length];
    byte[] block = new byte[0];
    // RFC 5869 section 2.3: T(i) = HMAC(PRK, T(i-1) | info | i), i a single byte from 1.
    for (int done = 0, i = 1; done < length; done += HmacSha256.SIZE, i++) {
      byte[] next = HmacSha256.of(prk, block, info, new byte[] {(byte) i});
      Arrays.fill(block, (byte) 0);
      block = next;
      System.arraycopy(block, 0, out, done, Math.min(HmacSha256.SIZE, length - done));
    }
    Arrays.fill(block, (byte) 0);
    Arrays.fill(prk, (byte) 0);
    return SecretBytes.taking(out);
  }
}
