package org.parley.journal;

/**
 * The row of HEAD as stored: what the journal is, as of the last commit.
 *
 * @param frontier roots of the perfect subtrees, largest first, 32 bytes each
 * @param state the digest over STATE
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes to and from the database, never compared
public record HeadRow(long size, byte[] root, byte[] frontier, byte[] state, byte[] tag) {
  @Override
  public String toString() {
    return "HeadRow[" + size + "]";
  }
}
