package org.parley.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A peer's name: NFC, 1 to 64 code points, without control, format, surrogate, private-use,
 * unassigned, line or paragraph separator characters, and without white space at either end.
 *
 * <p>Two names are the same where their UTF-8 bytes are. What a name may not hold is what could
 * make it look like another, or like the program itself.
 */
public final class PeerName implements Comparable<PeerName> {
  /** The most code points of a name. */
  public static final int MAX_CODE_POINTS = 64;

  private final String value;

  private PeerName(String value) {
    this.value = value;
  }

  /** A name exactly as it stands, as it must arrive from a peer: refused, never repaired. */
  public static PeerName of(String text) throws InvalidNameException {
    check(text);
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      throw new InvalidNameException(InvalidNameException.Rule.NOT_NORMAL);
    }
    return new PeerName(text);
  }

  /** A name as somebody typed it or a file holds it: brought to NFC first. */
  public static PeerName normalise(String text) throws InvalidNameException {
    // Bounded before it is normalised: a file may hold anything.
    if (text.length() > 8 * MAX_CODE_POINTS) {
      throw new InvalidNameException(InvalidNameException.Rule.TOO_LONG);
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    check(normal);
    return new PeerName(normal);
  }

  private static void check(String text) throws InvalidNameException {
    if (text.isEmpty()) {
      throw new InvalidNameException(InvalidNameException.Rule.EMPTY);
    }
    if (text.length() > 2 * MAX_CODE_POINTS
        || text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
      throw new InvalidNameException(InvalidNameException.Rule.TOO_LONG);
    }
    if (!text.codePoints().allMatch(PeerName::allowed)) {
      throw new InvalidNameException(InvalidNameException.Rule.CHARACTER);
    }
    if (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
      throw new InvalidNameException(InvalidNameException.Rule.SPACE_AT_END);
    }
  }

  private static boolean allowed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /** The bytes that names are compared as and that go into keys. */
  public byte[] utf8() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether a person could take one for the other: equal but for case, width, spaces, what cannot
   * be seen, and letters of other scripts that look like Latin ones.
   */
  public boolean looksLike(PeerName other) {
    return !Collections.disjoint(skeletons(), other.skeletons());
  }

  /** What names that look alike have in common, one or two; to find them among many. */
  public Set<String> skeletons() {
    return Skeleton.of(value);
  }

  @Override
  public int compareTo(PeerName other) {
    return java.util.Arrays.compareUnsigned(utf8(), other.utf8());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PeerName name && name.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The name itself. */
  @Override
  public String toString() {
    return value;
  }
}
