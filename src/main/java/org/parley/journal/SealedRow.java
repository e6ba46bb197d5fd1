package org.parley.journal;

/**
 * A row of ENTRY as stored. Arrays are neither copied nor to be changed.
 *
 * @param sealed empty where the content was removed
 * @param tag 32 bytes in a row of ours
 * @param leaf 32 bytes in a row of ours
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes to and from the database, never compared
public record SealedRow(long seq, byte[] sealed, byte[] tag, byte[] leaf) {
  @Override
  public String toString() {
    return "SealedRow[" + seq + "]";
  }
}
