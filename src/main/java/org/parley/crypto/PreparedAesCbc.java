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
public final class PreparedAesCbc implements AutoCloseable {
  private final Cipher encrypt;
  private final Cipher decrypt;
  private SecretKeySpec key;
  private boolean closed;

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
    requireOpen();
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
    requireOpen();
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

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("key used after it was wiped");
    }
  }

  /** After this every use throws {@link IllegalStateException}. */
  @Override
  public void close() {
    closed = true;
    key = new SecretKeySpec(new byte[AesCbc.KEY_SIZE], "AES");
    IvParameterSpec iv = new IvParameterSpec(new byte[AesCbc.BLOCK]);
    try {
      encrypt.init(Cipher.ENCRYPT_MODE, key, iv);
      decrypt.init(Cipher.DECRYPT_MODE, key, iv);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/CBC", e);
    }
  }
}
