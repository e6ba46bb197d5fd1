package org.parley.vault;

/** What a key of 32 bytes is for. One purpose, one key: none can stand in for another. */
public enum Purpose {
  /** Encrypts the journal's records. */
  JOURNAL_ENCRYPT("journal/encrypt"),
  /** Tags the journal's rows. */
  JOURNAL_TAG("journal/tag"),
  /** Makes the salt of each row's leaf. */
  JOURNAL_COMMIT("journal/commit"),
  /** Tags the journal's head and its anchors. */
  JOURNAL_HEAD("journal/head"),
  /** Tags the ids and texts that were received. */
  JOURNAL_ID("journal/id"),
  /** Its hex is the database's password. */
  DATABASE("database");

  /** Bytes of each of these keys. */
  public static final int SIZE = 32;

  private final String label;

  Purpose(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
