package org.parley.journal.export;

import java.util.Locale;

/** What is known of a message that is exported for reading. */
public enum Standing {
  /** Somebody else's. */
  RECEIVED,
  /** Ours, to be tried again. */
  WAITING,
  /** Ours, on its way. */
  SENDING,
  /** Ours, and acknowledged. */
  DELIVERED,
  /** Ours, and not delivered. */
  FAILED,
  /** Ours, and withdrawn. */
  CANCELLED,
  /** Its content was taken out by the owner. */
  REMOVED;

  /** As in a table. */
  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
