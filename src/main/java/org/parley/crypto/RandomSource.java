package org.parley.crypto;

import java.security.SecureRandom;

/**
 * Where random bytes come from. A seam: the program uses {@link #secure()}, a test that reproduces
 * a published transcript gives the transcript's.
 */
@FunctionalInterface
public interface RandomSource {
  /** Exactly {@code count} fresh bytes. */
  byte[] bytes(int count);

  /** A fresh key pair for one connection; a source may have made it ahead. */
  default ModpKeyPair keyPair() {
    return ModpKeyPair.generate(this);
  }

  /** The operating system's generator. */
  static RandomSource secure() {
    SecureRandom random = new SecureRandom();
    return count -> {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    };
  }
}
