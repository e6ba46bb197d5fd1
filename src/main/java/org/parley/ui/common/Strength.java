package org.parley.ui.common;

/** How hard a password is to guess: a rough lower guess in bits, never a promise. */
public enum Strength {
  /** Guessed in no time: below 30 bits. */
  VERY_WEAK(1),
  /** Guessed by somebody who tries: below 50 bits. */
  WEAK(2),
  /** Costly to guess: below 70 bits. */
  FAIR(3),
  /** Out of reach. */
  STRONG(4);

  private final int bars;

  Strength(int bars) {
    this.bars = bars;
  }

  /** How many of four bars show it. */
  int bars() {
    return bars;
  }

  /** The class of a password. */
  public static Strength of(char[] password) {
    double bits = bits(password);
    return bits < 30 ? VERY_WEAK : bits < 50 ? WEAK : bits < 70 ? FAIR : STRONG;
  }

  /**
   * Counts each character by the kinds in use, but only half a bit where it repeats or continues
   * what stands before it, and words of small letters as words are.
   */
  static double bits(char[] password) {
    boolean lower = false;
    boolean upper = false;
    boolean digit = false;
    boolean other = false;
    int fresh = 0;
    int stale = 0;
    for (int i = 0; i < password.length; i++) {
      char c = password[i];
      lower |= c >= 'a' && c <= 'z';
      upper |= c >= 'A' && c <= 'Z';
      digit |= c >= '0' && c <= '9';
      other |= !Character.isLetterOrDigit(c) || c > 127;
      boolean continues = i > 0 && Math.abs(c - password[i - 1]) <= 1;
      if (continues || occursBefore(password, i)) {
        stale++;
      } else {
        fresh++;
      }
    }
    int pool = (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 32 : 0);
    double each = pool <= 26 ? 3.0 : Math.log(pool) / Math.log(2) - (pool <= 62 ? 1 : 0.5);
    return fresh * each + stale * each / 3;
  }

  private static boolean occursBefore(char[] password, int at) {
    // The third time that a character comes, it tells little.
    int seen = 0;
    for (int i = 0; i < at; i++) {
      if (password[i] == password[at]) {
        seen++;
      }
    }
    return seen >= 2;
  }
}
