package org.parley.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.parley.crypto.AesCbc;
import org.parley.crypto.CryptoException;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.PreparedAesCbc;
import org.parley.crypto.PreparedHmac;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;

/**
 * Hides bytes and binds them to a purpose and a name: what was sealed under one name does not open
 * under another.
 *
 * <pre>
 * seal(purpose, name, plain) = IV ‖ c ‖ HMAC-SHA256(k[32..63],
 *     "parley/seal/1" ‖ 0x00 ‖ purpose ‖ 0x00 ‖ name ‖ 0x00 ‖ IV ‖ c)
 * IV 16 random bytes, c = AES-256-CBC-PKCS7(k[0..31], IV, plain)
 * </pre>
 *
 * <p>It does not hide the length, and does not notice that an older sealing of the same name was
 * put back. Any thread may use it; a use after {@link #close}, or during it, throws {@link
 * IllegalStateException}.
 */
public final class Seal implements AutoCloseable {
  private static final int KEY_SIZE = 64;
  private static final byte[] LABEL = "parley/seal/1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZERO = {0};

  private final SealPurpose purpose;
  private final SecretBytes encryption;
  private final SecretBytes authentication;
  private final RandomSource random;

  private Seal(SealPurpose purpose, SecretBytes key, RandomSource random) {
    this.purpose = purpose;
    this.encryption = key.slice(0, AesCbc.KEY_SIZE);
    this.authentication = key.slice(AesCbc.KEY_SIZE, KEY_SIZE);
    this.random = random;
  }

  /** The seal whose 64-byte key comes from this secret, which stays the caller's. */
  static Seal derived(SealPurpose purpose, SecretBytes secret, RandomSource random) {
    try (SecretBytes key = KeyTree.derive(secret, purpose.label(), KEY_SIZE)) {
      return new Seal(purpose, key, random);
    }
  }

  /**
   * A seal under a passphrase of its own instead of the vault's master key. Takes as long as the
   * derivation does.
   *
   * @throws UnusablePasswordException where the passphrase is empty or holds half a character
   */
  public static Seal underPassphrase(SealPurpose purpose, PasswordKdf kdf, char[] passphrase)
      throws UnusablePasswordException {
    try (SecretBytes derived = kdf.derive(passphrase)) {
      return derived(purpose, derived, RandomSource.secure());
    }
  }

  /** The same with its keys prepared; the caller closes it, and this one as well. */
  public PreparedSeal prepared() {
    PreparedHmac tag = new PreparedHmac(authentication);
    PreparedAesCbc cipher = new PreparedAesCbc(encryption);
    requireOpen();
    return new PreparedSeal(purpose, tag, cipher, random);
  }

  /** The sealed bytes: 48 more than the plain ones, and up to 15 of padding less one block. */
  public byte[] seal(String name, byte[] plain) {
    byte[] iv = random.bytes(AesCbc.BLOCK);
    byte[] c = AesCbc.encrypt(encryption, iv, plain);
    byte[] tag = tag(name, iv, c);
    requireOpen();
    byte[] sealed = Arrays.copyOf(iv, iv.length + c.length + tag.length);
    System.arraycopy(c, 0, sealed, iv.length, c.length);
    System.arraycopy(tag, 0, sealed, iv.length + c.length, tag.length);
    return sealed;
  }

  /** The plain bytes, a fresh array that the caller wipes where they are secret. */
  public byte[] open(String name, byte[] sealed) throws SealException {
    int body = bodyOf(sealed.length);
    byte[] iv = Arrays.copyOf(sealed, AesCbc.BLOCK);
    byte[] c = Arrays.copyOfRange(sealed, AesCbc.BLOCK, AesCbc.BLOCK + body);
    byte[] tag = Arrays.copyOfRange(sealed, AesCbc.BLOCK + body, sealed.length);
    // The tag first, in constant time: a padding that is looked at before becomes an oracle.
    boolean ours = HmacSha256.verify(authentication, tag, message(purpose, name, iv, c));
    requireOpen();
    if (!ours) {
      throw new SealException();
    }
    try {
      byte[] plain = AesCbc.decrypt(encryption, iv, c);
      requireOpen();
      return plain;
    } catch (CryptoException e) {
      throw new SealException(); // a tag of ours over a padding that is none: never made by us
    }
  }

  private byte[] tag(String name, byte[] iv, byte[] c) {
    return HmacSha256.of(authentication, message(purpose, name, iv, c));
  }

  /** How much of so many sealed bytes is ciphertext, if they can be a sealing at all. */
  static int bodyOf(int length) throws SealException {
    int body = length - AesCbc.BLOCK - HmacSha256.SIZE;
    // Before anything is computed: at least one block, and whole ones.
    if (body < AesCbc.BLOCK || body % AesCbc.BLOCK != 0) {
      throw new SealException();
    }
    return body;
  }

  // The purpose and the name are under the tag, apart by zeros, so that a row cannot be moved. A
  // name that held a zero could be read as two; ours never do.
  /** What the tag is over. */
  static byte[][] message(SealPurpose purpose, String name, byte[]... ivAndC) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a seal's name holds no zero");
    }
    byte[] label = purpose.label().getBytes(StandardCharsets.US_ASCII);
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    byte[][] message = {LABEL, ZERO, label, ZERO, named, ZERO};
    byte[][] all = Arrays.copyOf(message, message.length + ivAndC.length);
    System.arraycopy(ivAndC, 0, all, message.length, ivAndC.length);
    return all;
  }

  // A close in another thread zeroes the key while it is in use. It marks the key closed first, so
  // a key that is still open afterwards was whole all the time, and nothing leaves under zeros.
  private void requireOpen() {
    encryption.expose();
    authentication.expose();
  }

  @Override
  public void close() {
    encryption.close();
    authentication.close();
  }

  @Override
  public String toString() {
    return "Seal[" + purpose + ", redacted]";
  }
}
