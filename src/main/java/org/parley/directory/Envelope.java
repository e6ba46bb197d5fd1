package org.parley.directory;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.json.Base64Text;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.vault.PasswordKdf;
import org.parley.vault.Seal;
import org.parley.vault.SealException;
import org.parley.vault.SealPurpose;
import org.parley.vault.UnusablePasswordException;

/**
 * What stands around the sealed list: the file without {@code sealed}. Its canonical form is the
 * seal's name, so that nothing of it can be exchanged.
 */
final class Envelope {
  private static final String FORMAT = "parley_directory";
  private static final String KEY = "key";
  private static final String SEALED = "sealed";
  private static final String SEAL_NAME_KDF = "argon2id";
  private static final String VAULT = "vault";

  private final JsonObject header;
  private final @Nullable PasswordKdf kdf;

  private Envelope(JsonObject header, @Nullable PasswordKdf kdf) {
    this.header = header;
    this.kdf = kdf;
  }

  /** Seals with the vault's key. */
  static Envelope ofVault() {
    return new Envelope(JsonObject.empty().with(FORMAT, 1).with(KEY, VAULT), null);
  }

  /** Seals with a passphrase under these parameters. */
  static Envelope ofPassphrase(PasswordKdf kdf) {
    JsonObject key = kdf.addTo(JsonObject.empty().with("kdf", SEAL_NAME_KDF));
    return new Envelope(JsonObject.empty().with(FORMAT, 1).with(KEY, key), kdf);
  }

  /** Whether the object says that it is a sealed directory, of whatever format. */
  static boolean claims(JsonObject file) {
    return file.has(FORMAT);
  }

  static Envelope read(JsonObject file, KdfSource kdfs)
      throws DirectoryDamagedException, DirectoryNewerException {
    try {
      if (file.integer(FORMAT, 1, JsonObject.MAX_INTEGER) > 1) {
        throw new DirectoryNewerException();
      }
      file.string(SEALED);
      JsonObject header = file.without(SEALED);
      if (VAULT.equals(header.get(KEY))) {
        return new Envelope(header, null);
      }
      JsonObject key = header.object(KEY);
      if (!key.names().equals(Set.of("kdf", "memory_kib", "iterations", "lanes", "salt"))
          || !key.string("kdf").equals(SEAL_NAME_KDF)) {
        throw new JsonException("key is of no known kind");
      }
      return new Envelope(header, kdfs.read(key));
    } catch (JsonException e) {
      throw shape(e);
    }
  }

  private static DirectoryDamagedException shape(JsonException cause) {
    String what = Objects.requireNonNullElse(cause.getMessage(), "not as it should be");
    return new DirectoryDamagedException(DirectoryDamagedException.Reason.SEALED_SHAPE, what);
  }

  boolean ofOwnPassphrase() {
    return kdf != null;
  }

  /** The seal of the passphrase; takes as long as a derivation does. */
  Seal seal(char[] passphrase) throws UnusablePasswordException {
    if (kdf == null) {
      throw new IllegalStateException("sealed with the vault's key");
    }
    return Seal.underPassphrase(SealPurpose.DIRECTORY, kdf, passphrase);
  }

  JsonArray open(JsonObject file, Seal seal) throws DirectoryException {
    byte[] plain = new byte[0];
    try {
      plain = seal.open(name(), Base64Text.decode(file.string(SEALED)));
      if (JsonReader.document(plain, JsonProfile.FILE) instanceof JsonArray list) {
        return list;
      }
      throw new JsonException("what is sealed is no list");
    } catch (SealException e) {
      throw new WrongSealException();
    } catch (JsonException e) {
      throw shape(e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  byte[] close(JsonArray list, Seal seal) {
    byte[] plain = JsonWriter.indented(list);
    String sealed = Base64Text.encode(seal.seal(name(), plain));
    Arrays.fill(plain, (byte) 0);
    return JsonWriter.indented(header.with(SEALED, sealed));
  }

  private String name() {
    return JsonWriter.canonical(header);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Envelope envelope && envelope.header.equals(header);
  }

  @Override
  public int hashCode() {
    return header.hashCode();
  }
}
