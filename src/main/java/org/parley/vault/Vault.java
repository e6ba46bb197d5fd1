package org.parley.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.crypto.Ed25519;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;

/**
 * The open vault: holds the master key and derives from it, on demand, one key for each purpose.
 *
 * <p>Guarantees: what is given out never is the master key; {@link #close} wipes it, and a use
 * after that throws {@link IllegalStateException}; the file is replaced whole or not at all. Not
 * guaranteed: that an old copy of the file stops working when the password is changed, as it still
 * opens with the old one.
 *
 * <p>Any thread may call it, but not the event thread where a password is taken: each costs a
 * derivation of about half a second and 128 MiB. Passwords stay the caller's to wipe. Who types
 * wrong ones is slowed down by the caller.
 */
public final class Vault implements AutoCloseable {
  private static final String IDENTITY = "identity";

  private final Path path;
  private final KdfPolicy policy;
  private final RandomSource random;
  private final SecretBytes master;
  private VaultFile file;

  private Vault(
      Path path, KdfPolicy policy, RandomSource random, SecretBytes master, VaultFile file) {
    this.path = path;
    this.policy = policy;
    this.random = random;
    this.master = master;
    this.file = file;
  }

  /**
   * Makes the file, with a fresh master key and a fresh journal id.
   *
   * @throws VaultExistsException where there is a file already, which stays untouched
   * @throws UnusablePasswordException where the password is empty or holds half a character
   * @throws IOException where the file could not be written; there is none then
   */
  public static Vault create(Path vaultJson, char[] password) throws VaultException, IOException {
    return create(vaultJson, password, KdfPolicy.STANDARD, RandomSource.secure());
  }

  static Vault create(Path path, char[] password, KdfPolicy policy, RandomSource random)
      throws VaultException, IOException {
    SecretBytes master = SecretBytes.taking(random.bytes(VaultFile.MASTER_SIZE));
    boolean made = false;
    try {
      VaultFile file = VaultFile.wrap(JournalId.random(random), master, password, policy, random);
      file.create(path);
      made = true;
      return new Vault(path, policy, random, master, file);
    } finally {
      if (!made) {
        master.close();
      }
    }
  }

  /**
   * Opens the vault.
   *
   * @throws VaultMissingException where there is no file
   * @throws VaultDamagedException where it is not what Parley wrote, or asks for a derivation
   *     outside the bounds
   * @throws VaultNewerException where a newer version made it
   * @throws WrongPasswordException where it is whole, and the password another
   * @throws IOException where it could not be read
   */
  public static Vault open(Path vaultJson, char[] password) throws VaultException, IOException {
    return open(vaultJson, password, KdfPolicy.STANDARD, RandomSource.secure());
  }

  static Vault open(Path path, char[] password, KdfPolicy policy, RandomSource random)
      throws VaultException, IOException {
    VaultFile file = VaultFile.read(path, policy);
    return new Vault(path, policy, random, file.unwrap(password), file);
  }

  /**
   * The journal that a vault's file names, read without a password: everything but the wrapping's
   * tag is checked, so that somebody may have exchanged it.
   *
   * @throws VaultMissingException where there is no file
   * @throws VaultDamagedException where it is not what Parley wrote
   * @throws VaultNewerException where a newer version made it
   * @throws IOException where it could not be read
   */
  public static JournalId journalNamedIn(Path vaultJson) throws VaultException, IOException {
    return VaultFile.read(vaultJson, KdfPolicy.STANDARD).journal();
  }

  /**
   * Wraps the same master key under another password. No other file changes, and the old password
   * still opens old copies of this one.
   *
   * @throws WrongPasswordException where {@code old} is not the password
   * @throws UnusablePasswordException where {@code fresh} is empty or holds half a character
   * @throws VaultDamagedException where the file is not the one that was opened; it is left so
   * @throws IOException where it could not be written; the old password is valid then
   */
  public synchronized void changePassword(char[] old, char[] fresh)
      throws VaultException, IOException {
    rewrap(file.journal(), old, fresh);
  }

  /**
   * Names another journal as this vault's, after the old one was set aside. It takes the password,
   * as the id is under the tag of the wrapping.
   *
   * @throws WrongPasswordException where it is not the password
   * @throws VaultDamagedException where the file is not the one that was opened; it is left so
   * @throws IOException where it could not be written; the old id is valid then
   */
  public synchronized void setJournalId(JournalId id, char[] password)
      throws VaultException, IOException {
    rewrap(id, password, password);
  }

  private void rewrap(JournalId journal, char[] old, char[] fresh)
      throws VaultException, IOException {
    master.expose(); // refused once closed
    file.unwrap(old).close();
    // Another vault may have been put in this one's place meanwhile; writing over it would destroy
    // the only copy of its key. A file that is gone is written anew.
    try {
      if (!VaultFile.read(path, policy).equals(file)) {
        throw new VaultDamagedException("it was exchanged since it was opened");
      }
    } catch (VaultMissingException e) {
      // Nothing is there to be lost.
    }
    VaultFile next = VaultFile.wrap(journal, master, fresh, policy, random);
    next.replace(path);
    file = next;
  }

  /** The journal that belongs to this vault. */
  public synchronized JournalId journalId() {
    return file.journal();
  }

  /** The key of that purpose, 32 bytes; the caller closes it. */
  public synchronized SecretBytes key(Purpose purpose) {
    return KeyTree.derive(master, purpose.label(), Purpose.SIZE);
  }

  /** The seal of that purpose; the caller closes it. It outlives the vault until then. */
  public synchronized Seal seal(SealPurpose purpose) {
    return Seal.derived(purpose, master, random);
  }

  /** The 32-byte public key of the owner's identity (RFC 8032); the same as long as the vault. */
  public byte[] identityPublic() {
    try (SecretBytes seed = identitySeed()) {
      return Ed25519.publicKey(seed);
    }
  }

  /** The identity's 64-byte Ed25519 signature over the message. */
  public byte[] signAsIdentity(byte[] message) {
    try (SecretBytes seed = identitySeed()) {
      return Ed25519.sign(seed, message);
    }
  }

  // Derived when it is needed and wiped after, and never given out: nothing of it is stored.
  private synchronized SecretBytes identitySeed() {
    return KeyTree.derive(master, IDENTITY, Ed25519.SEED_SIZE);
  }

  /** Wipes the master key. */
  @Override
  public synchronized void close() {
    master.close();
  }

  @Override
  public String toString() {
    return "Vault[redacted]";
  }
}
