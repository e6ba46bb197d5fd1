package org.parley.vault;

import java.nio.charset.StandardCharsets;
import org.parley.crypto.Hkdf;
import org.parley.crypto.SecretBytes;

/** HKDF(secret, "parley/1/" ‖ purpose, length): how every key of the vault comes about. */
final class KeyTree {
  private static final String PREFIX = "parley/1/";

  private KeyTree() {}

  /** The caller closes the key. */
  static SecretBytes derive(SecretBytes secret, String purpose, int length) {
    return Hkdf.derive(secret, (PREFIX + purpose).getBytes(StandardCharsets.US_ASCII), length);
  }
}
