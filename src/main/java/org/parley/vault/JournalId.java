package org.parley.vault;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;

/**
 * Names one journal: 16 random bytes, 32 lower-case hex digits. It stands in the vault file, under
 * the wrapping's tag, so that no other journal of the same owner can be put in this one's place.
 */
public final class JournalId {
  /** Bytes of an id. */
  public static final int SIZE = 16;

  private final byte[] bytes;

  private JournalId(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The id of these 16 bytes. */
  public static JournalId of(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a journal id has 16 bytes");
    }
    return new JournalId(bytes.clone());
  }

  /** A fresh one. */
  public static JournalId random(RandomSource random) {
    return new JournalId(random.bytes(SIZE));
  }

  /** The id in 32 lower-case hex digits; null where the text is anything else. */
  public static @Nullable JournalId parse(String hex) {
    return hex.matches("[0-9a-f]{32}") ? new JournalId(HexFormat.of().parseHex(hex)) : null;
  }

  /** A copy of the 16 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JournalId id && Arrays.equals(id.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The 32 hex digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
