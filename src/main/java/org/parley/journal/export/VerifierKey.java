package org.parley.journal.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Ed25519;
import org.parley.crypto.Sha256;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;

/**
 * A public key by which signed notes are checked (C2SP signed-note): its name, and the 32 bytes of
 * an Ed25519 key. Written {@code name+id+base64(0x01 ‖ key)}, the id in 8 hex digits.
 */
public final class VerifierKey {
  /** Bytes of a key's id. */
  static final int ID_SIZE = 4;

  private static final byte ED25519 = 1;
  private static final HexFormat HEX = HexFormat.of();

  private final String name;
  private final byte[] publicKey;
  private final byte[] id;

  private VerifierKey(String name, byte[] publicKey) {
    this.name = name;
    this.publicKey = publicKey;
    // The name goes into the id, so that one key under two names is two keys.
    this.id = Arrays.copyOf(Sha256.of(utf8(name + "\n"), typed()), ID_SIZE);
  }

  /**
   * The key of that name.
   *
   * @throws IllegalArgumentException where it cannot be a name, or has not 32 bytes
   */
  public static VerifierKey of(String name, byte[] publicKey) {
    if (!isName(name) || publicKey.length != Ed25519.PUBLIC_SIZE) {
      throw new IllegalArgumentException("a verifier key has a name and 32 bytes");
    }
    return new VerifierKey(name, publicKey.clone());
  }

  /** The key of that text; null where it is none, or its id is not the key's. */
  public static @Nullable VerifierKey parse(String text) {
    // The base64 may hold a plus, the name may not.
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !isName(parts[0])) {
      return null;
    }
    try {
      byte[] typed = Base64Text.decode(parts[2]);
      if (typed.length != 1 + Ed25519.PUBLIC_SIZE || typed[0] != ED25519) {
        return null;
      }
      VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
      return key.toString().equals(text) ? key : null;
    } catch (JsonException e) {
      return null;
    }
  }

  // No Unicode space and no plus; control characters have no place in a note at all.
  static boolean isName(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .noneMatch(
                c ->
                    c < ' '
                        || c == '+'
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || c == 0x85
                        || Character.getType(c) == Character.SURROGATE);
  }

  /** What it is called: the origin of the log that it signs. */
  public String name() {
    return name;
  }

  /** The four bytes by which a signature says which key it is of: a hint, no proof. */
  byte[] id() {
    return id.clone();
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  /** What two people compare to know that this is the owner's key; the same for each journal. */
  public String fingerprint() {
    return fingerprint(publicKey);
  }

  /** SHA-256 of the 32-byte public key, in 16 groups of 4 hex digits. */
  public static String fingerprint(byte[] publicKey) {
    return HEX.formatHex(Sha256.of(publicKey)).replaceAll("(.{4})(?=.)", "$1 ");
  }

  private byte[] typed() {
    byte[] typed = new byte[1 + publicKey.length];
    typed[0] = ED25519;
    System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
    return typed;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerifierKey key
        && key.name.equals(name)
        && Arrays.equals(key.publicKey, publicKey);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(publicKey);
  }

  /** The key as text. */
  @Override
  public String toString() {
    return name + "+" + HEX.formatHex(id) + "+" + Base64Text.encode(typed());
  }
}
