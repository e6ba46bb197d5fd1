package org.parley.journal;

import org.jspecify.annotations.Nullable;

/**
 * A row after its checks.
 *
 * @param entry null but for {@link StoredEntry.Condition#INTACT}
 * @param failed what failed first; null but for {@link StoredEntry.Condition#DAMAGED}
 */
public record CheckedRow(
    SealedRow row,
    StoredEntry.Condition condition,
    @Nullable Entry entry,
    @Nullable FindingDetail failed) {

  /** As it is given to who reads the journal. */
  public StoredEntry stored() {
    return new StoredEntry(row.seq(), condition, entry);
  }
}
