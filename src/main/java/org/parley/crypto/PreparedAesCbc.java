package org.parley.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@link AesCbc} under one key, prepared once, for the same reason and with the same limits as
 * {@link PreparedHmac}. For one thread at a time.
 */
public final class PreparedAesCbc {
  private final Cipher encrypt;
  private final Cipher decrypt;
  private final SecretKeySpec key;

  /** Copies the key. */
  public PreparedAesCbc(SecretBytes key) {
    if (key.length() != AesCbc.KEY_SIZE) {
      throw new IllegalArgumentException("AES-256-CBC takes a 32-byte key");
    }
    try {
      this.key = new SecretKeySpec(key.expose(), "AES");
      this.encrypt = Cipher.getInstance(AesCbc.ALGORITHM);
      this.decrypt = Cipher.getInstance(AesCbc.ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/CBC", e);
    }
  }

  /** The IV and the ciphertext of {@code plain}, one after the other. */
  public byte[] encrypt(byte[] iv, byte[] plain) {
    try {
      encrypt.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
      byte[] sealed = new byte[iv.length + encrypt.getOutputSize(plain.length)];
      System.arraycopy(iv, 0, sealed, 0, iv.length);
      encrypt.doFinal(plain, 0, plain.length, sealed, iv.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CBC encryption cannot fail", e);
    }
  }

  /**
   * The plain bytes of IV and ciphertext; {@link CryptoException} where length or padding is wrong.
   */
  public byte[] decrypt(byte[] sealed) throws CryptoException {
    int length = sealed.length - AesCbc.BLOCK;
    if (length <= 0 || length % AesCbc.BLOCK != 0) {
      throw new CryptoException("ciphertext is not a whole number of blocks");
    }
    try {
      decrypt.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(sealed, 0, AesCbc.BLOCK));
      return decrypt.doFinal(sealed, AesCbc.BLOCK, length);
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      throw new CryptoException("padding is wrong");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/CBC", e);
    }
  }
}
