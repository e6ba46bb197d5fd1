package org.parley.directory;

import java.util.Arrays;
import org.parley.crypto.RandomSource;

/**
 * Passwords to be handed over: 5 groups of 5 characters, {@code k7w2m-...}, of an alphabet of 32
 * without i, l, o and u, so that nothing is misread. 25 characters of 5 bits each: {@value #BITS}
 * bits, which nobody guesses, offline either.
 */
public final class PasswordGenerator {
  /** The strength, in bits. */
  public static final int BITS = 125;

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int GROUPS = 5;
  private static final int GROUP = 5;

  private final RandomSource random;

  /** The program gives {@link RandomSource#secure()}. */
  public PasswordGenerator(RandomSource random) {
    this.random = random;
  }

  /** A fresh one, which the caller closes. */
  public Password next() {
    byte[] bytes = random.bytes(GROUPS * GROUP);
    char[] chars = new char[GROUPS * GROUP + GROUPS - 1];
    int at = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (i > 0 && i % GROUP == 0) {
        chars[at++] = '-';
      }
      chars[at++] = ALPHABET.charAt(bytes[i] & 31); // 32 divides 256: every letter as likely
    }
    Password password = Password.of(chars);
    Arrays.fill(chars, '\0');
    Arrays.fill(bytes, (byte) 0);
    return password;
  }
}
