package org.parley.journal;

import java.util.Locale;

/** What can be found wrong with a journal. */
public enum FindingKind {
  /** A row, or the sealed state, is not as it was written. */
  MODIFIED,
  /** A row that the head covers is not there, though a later one is. */
  MISSING,
  /** A row of ours stands in another's place. */
  MISPLACED,
  /** A row, or an object of the database, that is not ours. */
  FOREIGN,
  /** The last rows that the head covers are not there. */
  TRUNCATED,
  /** There are rows that the head does not cover. */
  EXTENDED,
  /** The journal is shorter than an anchor, or not its extension: an old copy was put back. */
  ROLLED_BACK,
  /** The head is missing, its tag is wrong, or it is not the head of these rows. */
  HEAD_DAMAGED,
  /** An anchor cannot be read or is not ours, or {@code anchor.json} is missing. */
  ANCHOR_DAMAGED;

  /** As printed: lower case. */
  public String publicName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
