package org.parley.wire;

import java.util.Arrays;

/**
 * What {@link PduReader} cut out of the stream: the bytes of one JSON object, or the beginning of
 * what cannot be one.
 */
public final class Frame {
  /** Whether it can be a PDU. */
  public enum Kind {
    /** From the first brace to the one that closes it; not yet parsed. */
    COMPLETE,
    /** Longer than the limit; nothing after it can be read any more. */
    OVERSIZE,
    /** No JSON object, or one nested too deep; nothing after it can be read any more. */
    GARBAGE
  }

  private final Kind kind;
  private final byte[] bytes;
  private final int size;

  Frame(Kind kind, byte[] bytes, int size) {
    this.kind = kind;
    this.bytes = bytes;
    this.size = size;
  }

  /** A complete frame of these bytes, which it takes over: one that did not come by a stream. */
  public static Frame of(byte[] bytes) {
    return new Frame(Kind.COMPLETE, bytes, bytes.length);
  }

  static Frame broken(Kind kind, byte[] seen, int size) {
    return new Frame(kind, Arrays.copyOf(seen, Math.min(seen.length, Limits.KEPT)), size);
  }

  /** Whether it can be a PDU. */
  public Kind kind() {
    return kind;
  }

  /**
   * The bytes as they came, without white space around; of what is not complete the first {@link
   * Limits#KEPT} at most. The array itself: not to be changed.
   */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes it had; of what is not complete, how many were read. */
  public int size() {
    return size;
  }
}
