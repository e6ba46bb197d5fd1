package org.parley.journal;

import org.jspecify.annotations.Nullable;

/**
 * A row as it was read, its tag checked.
 *
 * @param entry null but for {@link Condition#INTACT}
 */
public record StoredEntry(long seq, Condition condition, @Nullable Entry entry) {
  /** In what state a row was found. */
  public enum Condition {
    /** As it was written. */
    INTACT,
    /** Its content was removed by the owner. */
    REMOVED,
    /** A check failed: the row is among {@link Journal#findings()}. */
    DAMAGED
  }
}
