package org.parley.vault;

import java.util.Arrays;
import java.util.Objects;
import org.parley.crypto.AesCbc;
import org.parley.crypto.CryptoException;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.PreparedAesCbc;
import org.parley.crypto.PreparedHmac;
import org.parley.crypto.RandomSource;

/**
 * A {@link Seal} whose keys are prepared once, for whoever seals or opens very many small things:
 * the bytes are the same, and either opens what the other sealed. For one thread at a time.
 *
 * <p>Its keys are copies: it has an end of its own, {@link #close}, with the limits of {@link
 * PreparedHmac}.
 */
public final class PreparedSeal implements AutoCloseable {
  private final SealPurpose purpose;
  private final PreparedHmac tag;
  private final PreparedAesCbc cipher;
  private final RandomSource random;

  PreparedSeal(SealPurpose purpose, PreparedHmac tag, PreparedAesCbc cipher, RandomSource random) {
    this.purpose = purpose;
    this.tag = tag;
    this.cipher = cipher;
    this.random = random;
  }

  /** As {@link Seal#seal}. */
  public byte[] seal(String name, byte[] plain) {
    byte[] hidden = cipher.encrypt(random.bytes(AesCbc.BLOCK), plain);
    byte[] seal = tag.of(Seal.message(purpose, name, hidden));
    byte[] sealed = Arrays.copyOf(hidden, hidden.length + seal.length);
    System.arraycopy(seal, 0, sealed, hidden.length, seal.length);
    return sealed;
  }

  /**
   * As {@link Seal#open}, for bytes that lie among others.
   *
   * @throws IndexOutOfBoundsException where they do not lie there
   */
  public byte[] open(String name, byte[] from, int offset, int length) throws SealException {
    int end = Objects.checkFromIndexSize(offset, length, from.length) + length;
    int body = length - AesCbc.BLOCK - HmacSha256.SIZE;
    // Before anything is computed: at least one block, and whole ones.
    if (body < AesCbc.BLOCK || body % AesCbc.BLOCK != 0) {
      throw new SealException();
    }
    byte[] hidden = Arrays.copyOfRange(from, offset, end - HmacSha256.SIZE);
    byte[] seal = Arrays.copyOfRange(from, end - HmacSha256.SIZE, end);
    // The tag first, in constant time: a padding that is looked at before becomes an oracle.
    if (!tag.verify(seal, Seal.message(purpose, name, hidden))) {
      throw new SealException();
    }
    try {
      return cipher.decrypt(hidden);
    } catch (CryptoException e) {
      throw new SealException(); // a tag of ours over a padding that is none: never made by us
    }
  }

  /** After this every use throws {@link IllegalStateException}. */
  @Override
  public void close() {
    tag.close();
    cipher.close();
  }

  @Override
  public String toString() {
    return "PreparedSeal[" + purpose + ", redacted]";
  }
}
