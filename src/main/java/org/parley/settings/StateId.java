package org.parley.settings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;

/** Which row of its kind: 16 bytes, ordered as unsigned ones. */
public final class StateId implements Comparable<StateId> {
  /** Bytes of an id. */
  public static final int SIZE = 16;

  private static final byte[] LABEL = "parley/state/1\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  private StateId(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The id of these 16 bytes. */
  public static StateId of(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a state id has 16 bytes");
    }
    return new StateId(bytes.clone());
  }

  /**
   * The id of a message's: the 32 digits of {@code 8-4-4-4-12} lower-case hex digits.
   *
   * @return null where the text is anything else
   */
  public static @Nullable StateId ofMessage(String id) {
    return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? new StateId(HexFormat.of().parseHex(id.replace("-", "")))
        : null;
  }

  /**
   * The id of a row that is found by a name: the first half of SHA-256("parley/state/1" ‖ 0x00 ‖
   * name). Without a key, since who reads the table's ids has opened the database, and so the
   * vault.
   */
  public static StateId named(String name) {
    byte[] digest = Sha256.of(LABEL, name.getBytes(StandardCharsets.UTF_8));
    return new StateId(Arrays.copyOf(digest, SIZE));
  }

  /** A copy of the 16 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public int compareTo(StateId other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StateId id && Arrays.equals(id.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 32 lower-case hex digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
