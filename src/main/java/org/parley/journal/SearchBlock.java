package org.parley.journal;

/**
 * A sealed block of what is derived from the rows to find messages. The journal keeps it and knows
 * nothing of it; it is not under the head.
 *
 * @param sealed at most {@link #MOST_BYTES} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record SearchBlock(long id, byte[] sealed) {
  /** The most bytes of a block: what the column holds. */
  public static final int MOST_BYTES = 1024 * 1024;
}
