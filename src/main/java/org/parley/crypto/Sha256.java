package org.parley.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {
  /** Bytes of a digest. */
  public static final int SIZE = 32;

  // Finding and making one takes longer than hashing a leaf. Between two uses it holds nothing.
  private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Sha256::digest);

  private Sha256() {}

  /** The 32-byte digest of the parts, one after the other. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = OWN.get();
    try {
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } finally {
      digest.reset(); // wipes its block, which may be of a secret
    }
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
