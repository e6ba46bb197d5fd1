package org.parley.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in CBC mode with PKCS#7 padding (NIST SP 800-38A, RFC 5652 section 6.3).
 *
 * <p>It hides and does not protect: whoever calls {@link #decrypt} has verified a tag over the IV
 * and the ciphertext first, else the padding becomes an oracle.
 */
public final class AesCbc {
  /** Bytes of a key. */
  public static final int KEY_SIZE = 32;

  /** Bytes of an IV and of a block; a ciphertext is a multiple of it and never empty. */
  public static final int BLOCK = 16;

  static final String ALGORITHM = "AES/CBC/PKCS5Padding";

  private AesCbc() {}

  /** The ciphertext of {@code plain}, padded to the next full block (one more where it is full). */
  public static byte[] encrypt(SecretBytes key, byte[] iv, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, iv).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CBC encryption cannot fail", e);
    }
  }

  /** The plain bytes, or {@link CryptoException} where length or padding is wrong. */
  public static byte[] decrypt(SecretBytes key, byte[] iv, byte[] ciphertext)
      throws CryptoException {
    return decrypt(key, iv, ciphertext, 0);
  }

  /** As {@link #decrypt(SecretBytes, byte[], byte[])}, for the bytes from {@code offset} on. */
  public static byte[] decrypt(SecretBytes key, byte[] iv, byte[] ciphertext, int offset)
      throws CryptoException {
    int length = ciphertext.length - offset;
    if (length <= 0 || length % BLOCK != 0) {
      throw new CryptoException("ciphertext is not a whole number of blocks");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, iv).doFinal(ciphertext, offset, length);
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      throw new CryptoException("padding is wrong");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/CBC", e);
    }
  }

  private static Cipher cipher(int mode, SecretBytes key, byte[] iv)
      throws GeneralSecurityException {
    if (key.length() != KEY_SIZE || iv.length != BLOCK) {
      throw new IllegalArgumentException("AES-256-CBC takes a 32-byte key and a 16-byte IV");
    }
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, new SecretKeySpec(key.expose(), "AES"), new IvParameterSpec(iv));
    return cipher;
  }
}
