package org.parley.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D). A nonce must never repeat
 * under one key.
 */
public final class AesGcm {
  /** Bytes of a nonce. */
  public static final int NONCE_SIZE = 12;

  private static final int TAG_BITS = 128;

  private AesGcm() {}

  /** Ciphertext followed by the 16-byte tag. */
  public static byte[] seal(SecretBytes key, byte[] nonce, byte[] associated, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM encryption cannot fail", e);
    }
  }

  /** The plain bytes, or {@link CryptoException} where key, data or associated data is wrong. */
  public static SecretBytes open(SecretBytes key, byte[] nonce, byte[] associated, byte[] sealed)
      throws CryptoException {
    if (sealed.length < TAG_BITS / Byte.SIZE) {
      // The JDK's cipher would throw an unchecked exception of its provider.
      throw new CryptoException("sealed bytes are shorter than a tag");
    }
    try {
      return SecretBytes.taking(
          cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(sealed));
    } catch (AEADBadTagException e) {
      throw new CryptoException("tag is wrong");
    } catch (GeneralSecurityException e) {
      throw new CryptoException("sealed bytes are malformed");
    }
  }

  private static Cipher cipher(int mode, SecretBytes key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    if (key.length() != AesCbc.KEY_SIZE || nonce.length != NONCE_SIZE) {
      throw new IllegalArgumentException("AES-256-GCM takes a 32-byte key and a 12-byte nonce");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key.expose(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}
