package org.parley.crypto;

/**
 * A ciphertext, tag, signature or public value that does not check out. Never says which byte, and
 * never holds any.
 */
public final class CryptoException extends Exception {
  private static final long serialVersionUID = 1L;

  CryptoException(String message) {
    super(message);
  }
}
