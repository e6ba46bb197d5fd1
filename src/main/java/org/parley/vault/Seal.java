package org.parley.vault;

import java.nio.charset.StandardCharsets;
import org.parley.crypto.AesCbc;
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
    try (PreparedSeal once = prepared()) {
      byte[] sealed = once.seal(name, plain);
      requireOpen();
      return sealed;
    }
  }

  /** The plain bytes, a fresh array that the caller wipes where they are secret. */
  public byte[] open(String name, byte[] sealed) throws SealException {
    try (PreparedSeal once = prepared()) {
      byte[] plain = once.open(name, sealed, 0, sealed.length);
      requireOpen();
      return plain;
    }
  }

  /**
   * What the tag is over. The purpose and the name are under it, apart by zeros, so that a row
   * cannot be moved. A name that held a zero could be read as two; ours never do.
   */
  static byte[][] message(SealPurpose purpose, String name, byte[] ivAndC) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a seal's name holds no zero");
    }
    byte[] label = purpose.label().getBytes(StandardCharsets.US_ASCII);
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    return new byte[][] {LABEL, ZERO, label, ZERO, named, ZERO, ivAndC};
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
