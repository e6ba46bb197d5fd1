package org.parley.crypto;

import java.security.MessageDigest;

/** SHA-256 (FIPS 180-4) of bytes that come piece by piece. One thread. */
public final class RunningSha256 {
  private final MessageDigest digest = Sha256.digest();

  /** Takes these bytes. */
  public void update(byte[] from, int offset, int length) {
    digest.update(from, offset, length);
  }

  /** The 32 bytes; it begins anew then. */
  public byte[] digest() {
    return digest.digest();
  }
}
