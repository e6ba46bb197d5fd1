package org.parley.journal;

/** A row of STATE as stored. */
@SuppressWarnings("ArrayRecordComponent") // carries bytes to and from the database, never compared
public record StoredState(int kind, byte[] id, byte[] sealed) {
  @Override
  public String toString() {
    return "StoredState[" + kind + "]";
  }
}
