package org.parley.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.AesGcm;
import org.parley.crypto.CryptoException;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.crypto.Sha256;
import org.parley.files.FileTooLargeException;
import org.parley.files.SafeFile;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/**
 * {@code vault.json}: its shape, its sum and the wrapping of the master key. Immutable; the shape
 * is checked while reading, so that an object of this class is of format 1 and within the bounds.
 */
final class VaultFile {
  static final int MASTER_SIZE = 32;

  private static final int MAX_SIZE = 64 * 1024;
  private static final int FORMAT = 1;
  private static final int TAG_SIZE = 16;
  private static final int ARGON2_VERSION = 19;

  private final JsonObject json;
  private final JournalId journal;
  private final PasswordKdf kdf;
  private final byte[] nonce;
  private final byte[] wrapped;

  private VaultFile(
      JsonObject json, JournalId journal, PasswordKdf kdf, byte[] nonce, byte[] wrapped) {
    this.json = json;
    this.journal = journal;
    this.kdf = kdf;
    this.nonce = nonce;
    this.wrapped = wrapped;
  }

  /** The file's content, checked for everything that needs no password. */
  static VaultFile read(Path file, KdfPolicy policy) throws VaultException, IOException {
    try {
      JsonObject json = JsonReader.object(SafeFile.read(file, MAX_SIZE), JsonProfile.STRICT);
      return parse(json, policy);
    } catch (NoSuchFileException e) {
      throw new VaultMissingException();
    } catch (FileTooLargeException e) {
      throw new VaultDamagedException("too large");
    } catch (JsonException e) {
      throw new VaultDamagedException(Objects.requireNonNullElse(e.getMessage(), "not JSON"));
    }
  }

  private static VaultFile parse(JsonObject json, KdfPolicy policy)
      throws JsonException, VaultException {
    // The sum before all else: only where it is right was the rest meant to be as it is.
    if (!json.string("sum").equals(sum(json))) {
      throw new VaultDamagedException("its sum is wrong");
    }
    if (json.integer("parley_vault", 1, JsonObject.MAX_INTEGER) != FORMAT) {
      throw new VaultNewerException();
    }
    JournalId journal = JournalId.parse(json.string("journal"));
    if (journal == null) {
      throw new VaultDamagedException("journal is not 32 hex digits");
    }
    JsonObject kdf = json.object("kdf");
    exactly(kdf, Set.of("alg", "version", "memory_kib", "iterations", "lanes", "salt"));
    equal(kdf.string("alg"), "argon2id");
    kdf.integer("version", ARGON2_VERSION, ARGON2_VERSION);
    JsonObject wrapped = json.object("wrapped");
    exactly(wrapped, Set.of("alg", "nonce", "key"));
    equal(wrapped.string("alg"), "A256GCM");
    return new VaultFile(
        json,
        journal,
        PasswordKdf.read(kdf, policy),
        bytes(wrapped, "nonce", AesGcm.NONCE_SIZE),
        bytes(wrapped, "key", MASTER_SIZE + TAG_SIZE));
  }

  private static void exactly(JsonObject json, Set<String> names) throws JsonException {
    if (!json.names().equals(names)) {
      throw new JsonException("an object with other members than it has");
    }
  }

  private static void equal(String text, String expected) throws JsonException {
    if (!text.equals(expected)) {
      throw new JsonException("an algorithm that is not known");
    }
  }

  private static byte[] bytes(JsonObject json, String name, int size) throws JsonException {
    byte[] bytes = Base64Text.decode(json.string(name));
    if (bytes.length != size) {
      throw new JsonException(name + " is not " + size + " bytes");
    }
    return bytes;
  }

  private static String sum(JsonObject json) {
    byte[] covered = JsonWriter.canonicalBytes(json.without("sum"));
    return HexFormat.of().formatHex(Sha256.of(covered));
  }

  /** Wraps the master key, which stays the caller's, under a password. */
  static VaultFile wrap(
      JournalId journal, SecretBytes master, char[] password, KdfPolicy policy, RandomSource random)
      throws UnusablePasswordException {
    // Salt and nonce are fresh for each wrapping: no pair of key and nonce is used twice.
    PasswordKdf kdf = PasswordKdf.fresh(policy, random);
    byte[] nonce = random.bytes(AesGcm.NONCE_SIZE);
    JsonObject header =
        JsonObject.empty()
            .with("parley_vault", FORMAT)
            .with("journal", journal.toString())
            .with(
                "kdf",
                kdf.addTo(
                    JsonObject.empty().with("alg", "argon2id").with("version", ARGON2_VERSION)));
    byte[] wrapped;
    try (SecretBytes kek = kek(kdf, password)) {
      wrapped = AesGcm.seal(kek, nonce, associated(header), master.expose());
    }
    JsonObject key =
        JsonObject.empty()
            .with("alg", "A256GCM")
            .with("nonce", Base64Text.encode(nonce))
            .with("key", Base64Text.encode(wrapped));
    JsonObject whole = header.with("wrapped", key);
    return new VaultFile(whole.with("sum", sum(whole)), journal, kdf, nonce, wrapped);
  }

  /** The master key; the caller closes it. */
  SecretBytes unwrap(char[] password) throws WrongPasswordException {
    // The sum was right, so a tag that is not right tells of the password and not of the disk.
    try (SecretBytes kek = kek(kdf, password)) {
      return AesGcm.open(kek, nonce, associated(json), wrapped);
    } catch (CryptoException | UnusablePasswordException e) {
      throw new WrongPasswordException();
    }
  }

  // A step of its own between the password's hash and the wrapping: a later use of the same hash
  // gets another label, and so another key.
  private static SecretBytes kek(PasswordKdf kdf, char[] password)
      throws UnusablePasswordException {
    try (SecretBytes passwordKey = kdf.derive(password)) {
      return KeyTree.derive(passwordKey, "kek", MASTER_SIZE);
    }
  }

  // Everything but the wrapping itself is under its tag: the journal's id and the parameters cannot
  // be exchanged by somebody who makes the sum right again.
  private static byte[] associated(JsonObject json) {
    return JsonWriter.canonicalBytes(json.without("wrapped").without("sum"));
  }

  void create(Path file) throws VaultExistsException, IOException {
    try {
      SafeFile.create(file, JsonWriter.indented(json));
    } catch (FileAlreadyExistsException e) {
      throw new VaultExistsException();
    }
  }

  void replace(Path file) throws IOException {
    SafeFile.replace(file, JsonWriter.indented(json));
  }

  JournalId journal() {
    return journal;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VaultFile file && file.json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return "VaultFile[journal " + journal + ", redacted]";
  }
}
