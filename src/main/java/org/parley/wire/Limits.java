package org.parley.wire;

/** Sizes of the classic protocol, all in bytes. */
public final class Limits {
  /** The most bytes of a PDU until step 9 is done. */
  public static final int HANDSHAKE_PDU = 8 * 1024;

  /** The most bytes of a PDU after step 9. */
  public static final int SESSION_PDU = 256 * 1024;

  /** The most bytes of a message's text in UTF-8; the least is 1. */
  public static final int TEXT = 64 * 1024;

  /** How many first bytes are kept of what is no PDU, for the record. */
  public static final int KEPT = 4096;

  /** The multiple that a ciphertext's size is of. */
  static final int BLOCK = 16;

  private Limits() {}
}
