package org.parley.directory;

import java.util.List;

/**
 * A rough, cautious guess at how many tries a typed password withstands, in bits: about 2 to that
 * many. It cannot know what its owner's pets are called; it says too little rather than too much.
 *
 * <p>Counted for each character: the bits of the smallest usual set that holds all the characters
 * (26 lower-case or upper-case letters, 10 digits, 33 signs, 1000 for any other script), but
 *
 * <ul>
 *   <li>{@value #RUN_BITS} where it repeats the one before, or is its neighbour in the alphabet, in
 *       the digits or on the keyboard's rows, in either direction;
 *   <li>{@value #RUN_BITS} where it ends three characters that were there before;
 *   <li>{@value #WORD_BITS} from the fourth letter in a row on, as it is then probably in a word;
 *   <li>{@value #COMMON_BITS} together for a stretch that is among the most used passwords.
 * </ul>
 *
 * <p>Nothing of the password is kept. Passwords made by {@link PasswordGenerator} are better than
 * what this says of them.
 */
public final class PasswordStrength {
  /** How good it is against who has the file and a thousand cores: 3,000 guesses a second. */
  public enum Level {
    /** Below 30 bits: found within days. */
    VERY_WEAK,
    /** Below 45 bits: found in days or in years, as luck has it. */
    WEAK,
    /** Below 60 bits: out of reach, if the guess here is not too kind. */
    FAIR,
    /** 60 bits and more: out of reach. */
    STRONG
  }

  private static final double RUN_BITS = 0.5;
  private static final double WORD_BITS = 1.5;
  private static final double COMMON_BITS = 8;

  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890",
          "qwertyuiop",
          "qwertzuiop",
          "asdfghjkl",
          "yxcvbnm",
          "zxcvbnm",
          "azertyuiop");

  // The words most often found in leaked passwords, four letters and more, lower case.
  private static final List<String> COMMON =
      List.of(
          "password",
          "passwort",
          "passwd",
          "letmein",
          "welcome",
          "admin",
          "login",
          "master",
          "dragon",
          "monkey",
          "football",
          "baseball",
          "sunshine",
          "princess",
          "iloveyou",
          "shadow",
          "superman",
          "batman",
          "michael",
          "jordan",
          "charlie",
          "trustno1",
          "starwars",
          "hello",
          "freedom",
          "whatever",
          "secret",
          "geheim",
          "hallo",
          "schatz",
          "qwerty",
          "qwertz",
          "computer",
          "internet",
          "test",
          "love",
          "liverpool",
          "arsenal",
          "killer",
          "ninja",
          "summer",
          "winter",
          "sommer",
          "parley",
          "alice",
          "correct",
          "horse",
          "battery",
          "staple");

  private final int bits;

  private PasswordStrength(int bits) {
    this.bits = bits;
  }

  /** The guess; the password stays the caller's to wipe. Takes time in the square of its length. */
  public static PasswordStrength of(char[] password) {
    int length = Math.min(password.length, 256); // beyond that it is strong or nothing new
    double each = Math.log(alphabet(password, length)) / Math.log(2);
    double sum = 0;
    int letters = 0;
    for (int i = 0; i < length; ) {
      int common = common(password, i, length);
      if (common > 0) {
        sum += Math.min(COMMON_BITS, common * each);
        i += common;
        letters = 0;
        continue;
      }
      letters = isLatin(password[i]) ? letters + 1 : 0;
      sum += Math.min(each, bits(password, i, letters, each));
      i++;
    }
    return new PasswordStrength((int) sum);
  }

  private static double bits(char[] password, int i, int letters, double each) {
    boolean runs = i > 0 && neighbours(password[i - 1], password[i]);
    if (runs || seenBefore(password, i)) {
      return RUN_BITS;
    }
    return letters > 3 ? WORD_BITS : each;
  }

  private static double alphabet(char[] password, int length) {
    boolean lower = false;
    boolean upper = false;
    boolean digit = false;
    boolean sign = false;
    boolean other = false;
    for (int i = 0; i < length; i++) {
      char c = password[i];
      lower |= c >= 'a' && c <= 'z';
      upper |= c >= 'A' && c <= 'Z';
      digit |= c >= '0' && c <= '9';
      sign |= c < 128 && !isLatin(c) && !(c >= '0' && c <= '9');
      other |= c >= 128;
    }
    int size =
        (lower ? 26 : 0)
            + (upper ? 26 : 0)
            + (digit ? 10 : 0)
            + (sign ? 33 : 0)
            + (other ? 1000 : 0);
    return Math.max(size, 1);
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private static boolean neighbours(char before, char after) {
    char a = lower(before);
    char b = lower(after);
    if (a == b) {
      return true;
    }
    for (String row : ROWS) {
      for (int i = 1; i < row.length(); i++) {
        char left = row.charAt(i - 1);
        char right = row.charAt(i);
        if ((left == a && right == b) || (left == b && right == a)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean seenBefore(char[] password, int last) {
    for (int i = 2; i < last; i++) {
      if (password[i] == password[last]
          && password[i - 1] == password[last - 1]
          && password[i - 2] == password[last - 2]) {
        return true;
      }
    }
    return false;
  }

  private static int common(char[] password, int from, int length) {
    int longest = 0;
    for (String word : COMMON) {
      if (word.length() > longest && stands(word, password, from, length)) {
        longest = word.length();
      }
    }
    return longest;
  }

  private static boolean stands(String word, char[] password, int from, int length) {
    if (from + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char typed = lower(password[from + i]);
      char plain = switch (typed) { // the usual disguises
            case '@' -> 'a';
            case '0' -> 'o';
            case '3' -> 'e';
            case '$', '5' -> 's';
            default -> typed;
          };
      if (typed != word.charAt(i) && plain != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The guess in bits, 0 or more. */
  public int bits() {
    return bits;
  }

  /** The guess in a word. */
  public Level level() {
    if (bits < 30) {
      return Level.VERY_WEAK;
    }
    if (bits < 45) {
      return Level.WEAK;
    }
    return bits < 60 ? Level.FAIR : Level.STRONG;
  }

  @Override
  public String toString() {
    return "PasswordStrength[" + level() + "]";
  }
}
