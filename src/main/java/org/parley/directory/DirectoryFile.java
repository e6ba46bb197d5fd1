package org.parley.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;
import org.parley.files.FileTooLargeException;
import org.parley.files.SafeFile;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.name.PeerName;
import org.parley.vault.Seal;
import org.parley.vault.SealPurpose;
import org.parley.vault.UnusablePasswordException;
import org.parley.vault.Vault;

/**
 * The directory on disk, plain or sealed. It is replaced whole or not at all, and stays sealed as
 * it was until that is changed. What another program wrote since it was last read is never written
 * over: {@link #save} refuses then, as it does over a file that could not be read.
 *
 * <p>One thread at a time. {@link #close} wipes its keys, not the directories that it gave out.
 */
public final class DirectoryFile implements AutoCloseable {
  private static final int MAX_SIZE = 16 * 1024 * 1024;
  // What stands for a file that is not there; no SHA-256 is that short.
  private static final byte[] MISSING = {};

  /** How a file is kept. */
  public enum Kind {
    /** There is none. */
    MISSING,
    /** Whoever reads it has the passwords. */
    PLAIN,
    /** Sealed with the vault's key. */
    VAULT,
    /** Sealed with a passphrase of its own. */
    PASSPHRASE
  }

  private final Path path;
  private final Seal vaultSeal;
  private final KdfSource kdfs;
  private @Nullable Envelope envelope;
  private @Nullable Seal ownSeal;
  private byte @Nullable [] known;

  /** Nothing is read yet; the vault may be closed before this is. */
  public DirectoryFile(Path file, Vault vault) {
    this(file, vault, KdfSource.STANDARD);
  }

  DirectoryFile(Path file, Vault vault, KdfSource kdfs) {
    this.path = file;
    this.vaultSeal = vault.seal(SealPurpose.DIRECTORY);
    this.kdfs = kdfs;
  }

  /** How the file on disk is kept, without opening it: whether to ask for a passphrase. */
  public Kind kindOnDisk() throws IOException, DirectoryException {
    try {
      Object document = document(SafeFile.read(path, MAX_SIZE));
      if (document instanceof JsonArray) {
        return Kind.PLAIN;
      }
      Envelope found = Envelope.read((JsonObject) document, kdfs);
      return found.ofOwnPassphrase() ? Kind.PASSPHRASE : Kind.VAULT;
    } catch (NoSuchFileException e) {
      return Kind.MISSING;
    } catch (FileTooLargeException e) {
      throw tooLarge();
    }
  }

  /**
   * Reads the file; one that is not there is an empty directory. Where this throws, what was read
   * before still holds.
   *
   * @param self the own name, which no entry may have; null where not known
   * @param passphrase of the file's own, which stays the caller's; null where there is none, or
   *     where the file was opened before and its parameters are the same
   * @throws DirectoryDamagedException where it is no directory
   * @throws PassphraseNeededException where it is sealed with one and none was given
   * @throws WrongSealException where passphrase or vault is another, or the file was changed
   * @throws DirectoryNewerException where a newer version made it
   * @throws IOException where it could not be read
   */
  public Directory load(@Nullable PeerName self, char @Nullable [] passphrase)
      throws IOException, DirectoryException {
    byte[] content;
    try {
      content = SafeFile.read(path, MAX_SIZE);
    } catch (NoSuchFileException e) {
      known = MISSING;
      keepAs(null, null);
      return Directory.empty(self);
    } catch (FileTooLargeException e) {
      throw tooLarge();
    }
    return loaded(content, self, passphrase);
  }

  /**
   * Reads the file again after another program changed it; as {@link #load}, but one that is not
   * there any more is no empty directory. Entries that say what they said before stay the same
   * objects; where that is all of them, the directory does.
   *
   * @param before what was read or written last
   * @throws NoSuchFileException where it is gone
   */
  public Directory loadAgain(Directory before, char @Nullable [] passphrase)
      throws IOException, DirectoryException {
    byte[] content;
    try {
      content = SafeFile.read(path, MAX_SIZE);
    } catch (FileTooLargeException e) {
      throw tooLarge();
    }
    return loaded(content, before.self(), passphrase).sharedWith(before);
  }

  private Directory loaded(byte[] content, @Nullable PeerName self, char @Nullable [] passphrase)
      throws DirectoryException {
    Object document = document(content);
    if (document instanceof JsonArray list) {
      keepAs(null, null);
      known = Sha256.of(content);
      return Directory.of(list, self);
    }
    return unsealed((JsonObject) document, content, self, passphrase);
  }

  private Directory unsealed(
      JsonObject file, byte[] content, @Nullable PeerName self, char @Nullable [] passphrase)
      throws DirectoryException {
    Envelope found = Envelope.read(file, kdfs);
    Seal own = found.ofOwnPassphrase() ? own(found, passphrase) : null;
    boolean opened = false;
    try {
      JsonArray list = found.open(file, own == null ? vaultSeal : own);
      opened = true;
      keepAs(found, own);
      known = Sha256.of(content);
      return Directory.of(list, self);
    } finally {
      if (!opened && own != null && own != ownSeal) {
        own.close();
      }
    }
  }

  private Seal own(Envelope found, char @Nullable [] passphrase) throws DirectoryException {
    if (passphrase == null) {
      if (ownSeal != null && found.equals(envelope)) {
        return ownSeal;
      }
      throw new PassphraseNeededException();
    }
    try {
      return found.seal(passphrase);
    } catch (UnusablePasswordException e) {
      throw new WrongSealException();
    }
  }

  private void keepAs(@Nullable Envelope next, @Nullable Seal own) {
    if (ownSeal != null && ownSeal != own) {
      ownSeal.close();
    }
    envelope = next;
    ownSeal = own;
  }

  private static Object document(byte[] content) throws DirectoryDamagedException {
    try {
      Object document = JsonReader.document(content, JsonProfile.FILE);
      if (document instanceof JsonObject object) {
        if (!Envelope.claims(object)) {
          throw new DirectoryDamagedException(
              DirectoryDamagedException.Reason.NOT_A_DIRECTORY, "an object, where a list belongs");
        }
        // Ours, so that the stricter reading holds: its canonical form is the seal's name.
        return JsonReader.object(content, JsonProfile.STRICT);
      }
      return document;
    } catch (JsonException e) {
      String text = new String(content, StandardCharsets.UTF_8);
      throw new DirectoryDamagedException(
          e, e.line() == 0 ? 0 : EntryAt.number(text, e.line(), e.column()));
    }
  }

  private static DirectoryDamagedException tooLarge() {
    return new DirectoryDamagedException(
        DirectoryDamagedException.Reason.TOO_LARGE, "larger than " + MAX_SIZE + " bytes");
  }

  /** Whether the file is another than the one last read or written here. */
  public boolean changedOnDisk() throws IOException {
    return !Arrays.equals(onDisk(), lastKnown());
  }

  private byte[] lastKnown() {
    if (known == null) {
      throw new IllegalStateException("the directory file was not read yet");
    }
    return known;
  }

  private byte[] onDisk() throws IOException {
    try {
      return Sha256.of(SafeFile.read(path, MAX_SIZE));
    } catch (NoSuchFileException e) {
      return MISSING;
    } catch (FileTooLargeException e) {
      return new byte[] {1}; // whatever it is, it is not what was read
    }
  }

  /**
   * Writes the directory, sealed or plain as the file was.
   *
   * @throws DirectoryChangedException where the file is not the one last read here
   * @throws IOException where it could not be written; the old content is what it was
   */
  public void save(Directory directory) throws IOException, DirectoryChangedException {
    write(directory, envelope, ownSeal);
  }

  /**
   * As {@link #save}, over what another program wrote, which gets another name beside it.
   *
   * @return that name; null where the file had not changed, or was gone
   */
  public @Nullable Path saveKeepingOther(Directory directory)
      throws IOException, DirectoryChangedException {
    Path kept = null;
    if (changedOnDisk()) {
      kept = Files.exists(path) ? SafeFile.setAside(path, "other") : null;
      known = MISSING;
    }
    save(directory);
    return kept;
  }

  /** Writes it sealed with the vault's key from now on; fails as {@link #save} does. */
  public void sealWithVault(Directory directory) throws IOException, DirectoryChangedException {
    Envelope next = Envelope.ofVault();
    write(directory, next, null);
    keepAs(next, null);
  }

  /**
   * Writes it sealed with a passphrase of its own from now on; fails as {@link #save} does.
   *
   * @throws UnusablePasswordException where it is empty or holds half a character
   */
  public void sealWithPassphrase(Directory directory, char[] passphrase)
      throws IOException, DirectoryChangedException, UnusablePasswordException {
    Envelope next = Envelope.ofPassphrase(kdfs.fresh());
    Seal own = next.seal(passphrase);
    boolean written = false;
    try {
      write(directory, next, own);
      written = true;
      keepAs(next, own);
    } finally {
      if (!written) {
        own.close();
      }
    }
  }

  /** Writes it plain from now on: whoever reads it has the passwords. Fails as {@link #save}. */
  public void unseal(Directory directory) throws IOException, DirectoryChangedException {
    write(directory, null, null);
    keepAs(null, null);
  }

  private void write(Directory directory, @Nullable Envelope as, @Nullable Seal own)
      throws IOException, DirectoryChangedException {
    // Between this look and the rename another program may still write: its moment is as short as
    // the system lets it be, and no lock is common to all editors.
    if (changedOnDisk()) {
      throw new DirectoryChangedException();
    }
    byte[] content =
        as == null
            ? JsonWriter.indented(directory.json())
            : as.close(directory.json(), own == null ? vaultSeal : own);
    // A link stays one: what is replaced is the file that it names.
    SafeFile.replace(Files.exists(path) ? path.toRealPath() : path, content);
    known = Sha256.of(content);
    Arrays.fill(content, (byte) 0);
  }

  /** How the file was kept when it was last read or written here. */
  public Kind kind() {
    if (envelope == null) {
      return Arrays.equals(lastKnown(), MISSING) ? Kind.MISSING : Kind.PLAIN;
    }
    return ownSeal == null ? Kind.VAULT : Kind.PASSPHRASE;
  }

  /** Gives a file that cannot be read another name beside it, and returns that. */
  public Path setAside() throws IOException {
    return SafeFile.setAside(path, "damaged");
  }

  /** The file's name. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    vaultSeal.close();
    if (ownSeal != null) {
      ownSeal.close();
    }
  }

  @Override
  public String toString() {
    return "DirectoryFile[redacted]";
  }
}
