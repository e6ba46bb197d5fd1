package org.parley.vault;

import org.parley.crypto.Argon2id;
import org.parley.crypto.CryptoException;
import org.parley.crypto.PasswordBytes;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;

/**
 * How one password becomes a key: Argon2id, version 0x13, with its parameters and salt, as the
 * vault file and a directory file with a passphrase of its own record them.
 *
 * <p>An object of this class is within the bounds: they are checked while it is read, before any
 * memory is allocated.
 */
public final class PasswordKdf {
  private static final int SALT_SIZE = 16;
  private static final int KEY_SIZE = 32;
  // The format says 1. More lanes would make guessing cheaper for who has many cores.
  private static final int LANES = 1;

  private final int memoryKib;
  private final int iterations;
  private final byte[] salt;

  private PasswordKdf(int memoryKib, int iterations, byte[] salt) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.salt = salt;
  }

  /** Today's cost and a fresh salt: for a password that is being set. */
  public static PasswordKdf fresh() {
    return fresh(KdfPolicy.STANDARD, RandomSource.secure());
  }

  static PasswordKdf fresh(KdfPolicy policy, RandomSource random) {
    return new PasswordKdf(policy.memoryKib(), policy.iterations(), random.bytes(SALT_SIZE));
  }

  /** What {@link #addTo} wrote: 64 MiB to 1 GiB, 3 to 10 passes, one lane, a salt of 16 bytes. */
  public static PasswordKdf read(JsonObject json) throws JsonException {
    return read(json, KdfPolicy.STANDARD);
  }

  static PasswordKdf read(JsonObject json, KdfPolicy policy) throws JsonException {
    // Bounds first: a file from elsewhere must not make the program allocate what it likes, nor
    // make the password that is about to be typed cheap to guess.
    long memory = json.integer("memory_kib", policy.leastMemoryKib(), policy.mostMemoryKib());
    long passes = json.integer("iterations", policy.leastIterations(), policy.mostIterations());
    json.integer("lanes", LANES, LANES);
    byte[] salt = Base64Text.decode(json.string("salt"));
    if (salt.length != SALT_SIZE) {
      throw new JsonException("salt is not 16 bytes");
    }
    return new PasswordKdf((int) memory, (int) passes, salt);
  }

  /** The object with {@code memory_kib}, {@code iterations}, {@code lanes} and {@code salt}. */
  public JsonObject addTo(JsonObject json) {
    return json.with("memory_kib", memoryKib)
        .with("iterations", iterations)
        .with("lanes", LANES)
        .with("salt", Base64Text.encode(salt));
  }

  /**
   * 32 bytes from the password, which stays the caller's to wipe, in about half a second: never on
   * the event thread.
   *
   * @throws UnusablePasswordException where it is empty or holds half a character
   */
  SecretBytes derive(char[] password) throws UnusablePasswordException {
    try (SecretBytes bytes = PasswordBytes.of(password)) {
      if (bytes.length() == 0) {
        throw new UnusablePasswordException();
      }
      return Argon2id.derive(bytes, salt, memoryKib, iterations, LANES, KEY_SIZE);
    } catch (CryptoException e) {
      throw new UnusablePasswordException();
    }
  }

  @Override
  public String toString() {
    return "PasswordKdf[argon2id, " + memoryKib + " KiB, " + iterations + " passes]";
  }
}
