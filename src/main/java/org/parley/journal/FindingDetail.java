package org.parley.journal;

import java.util.Locale;

/** What exactly failed, for the words shown with a {@link Finding}. */
public enum FindingDetail {
  /** The row's tag is wrong. */
  TAG,
  /** The row's tag is right, but its content does not fit its leaf or is no record. */
  RECORD,
  /** The row stands in for another: its tag is right for a different place. */
  PLACE,
  /** Nothing of the row was made with this journal's keys. */
  NOT_OURS,
  /** The row is empty although no remove row names it. */
  EMPTIED,
  /** A remove row names a row that is not empty, or that another one names already. */
  NOT_EMPTIED,
  /** Rows are not there. */
  GAP,
  /** Rows that the head does not cover. */
  BEYOND,
  /** Objects in the database that are not ours. */
  OBJECTS,
  /** The sealed state is not what the head covers. */
  STATE,
  /** A row of the sealed state is not as it was sealed. */
  STATE_SEAL,
  /** There is no head. */
  HEAD_MISSING,
  /** The head's tag is wrong. */
  HEAD_TAG,
  /** The head is not the one of the rows. */
  HEAD_ROWS,
  /** There is no {@code anchor.json}. */
  ANCHOR_MISSING,
  /** {@code anchor.json} cannot be read, or its tag is wrong. */
  ANCHOR_FILE,
  /** The anchor in the user's state folder cannot be read, or its tag is wrong. */
  ANCHOR_COPY,
  /** The journal is older than {@code anchor.json} says. */
  OLDER_THAN_FILE,
  /** The journal is older than the anchor in the user's state folder says. */
  OLDER_THAN_COPY,
  /** The database file is gone, although the vault or an anchor knows of it. */
  DATABASE_GONE;

  /** The key of the sentence in the words: {@code finding.} and the name in lower case. */
  public String key() {
    return "finding." + name().toLowerCase(Locale.ROOT);
  }
}
