package org.parley.journal;

/** A row of SEEN as stored: both tags have 32 bytes. */
@SuppressWarnings("ArrayRecordComponent") // carries bytes to and from the database, never compared
public record SeenRow(byte[] idTag, long seq, byte[] textTag) {
  @Override
  public String toString() {
    return "SeenRow[" + seq + "]";
  }
}
