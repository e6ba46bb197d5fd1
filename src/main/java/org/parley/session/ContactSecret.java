package org.parley.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.parley.crypto.Argon2id;
import org.parley.crypto.CryptoException;
import org.parley.crypto.PasswordBytes;
import org.parley.crypto.SecretBytes;
import org.parley.crypto.Sha256;
import org.parley.name.PeerName;

/**
 * What two peers' password becomes: derived when a contact is saved or loaded, and kept sealed.
 *
 * <p>It takes about a quarter of a second and 64 MiB, so that guessing does, too: never on the
 * event thread, and never while somebody waits on the network but for the manual option.
 */
public final class ContactSecret {
  /** Bytes of a contact secret. */
  public static final int SIZE = 32;

  private static final String LABEL = "parley/classic/1";
  private static final int SALT_SIZE = 16;
  private static final int MEMORY_KIB = 65536;
  private static final int ITERATIONS = 3;
  private static final int LANES = 1;

  private ContactSecret() {}

  /**
   * The secret of two peers; the order of the names does not matter.
   *
   * @param password at least one character; not wiped here
   * @throws CryptoException where the password holds half of a surrogate pair
   */
  public static SecretBytes derive(char[] password, PeerName a, PeerName b) throws CryptoException {
    if (password.length == 0) {
      throw new IllegalArgumentException("an empty password is none");
    }
    try (SecretBytes bytes = PasswordBytes.of(password)) {
      return Argon2id.derive(bytes, salt(a, b), MEMORY_KIB, ITERATIONS, LANES, SIZE);
    }
  }

  /** Both ends must come to the same salt without talking, so it is made of the names, sorted. */
  static byte[] salt(PeerName a, PeerName b) {
    boolean ordered = a.compareTo(b) <= 0;
    byte[] digest =
        Sha256.of(label(), (ordered ? a : b).utf8(), SessionKeys.ZERO, (ordered ? b : a).utf8());
    return Arrays.copyOf(digest, SALT_SIZE);
  }

  /** "parley/classic/1" and a zero byte: keeps our hashes apart from any other use. */
  static byte[] label() {
    return (LABEL + '\0').getBytes(StandardCharsets.US_ASCII);
  }
}
