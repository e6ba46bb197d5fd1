package org.parley.journal.export;

import org.jspecify.annotations.Nullable;
import org.parley.journal.CheckedRow;
import org.parley.journal.Entry;
import org.parley.journal.MerkleTree;
import org.parley.journal.SealedRow;
import org.parley.journal.StoredEntry.Condition;

/**
 * What the journal has at a seq.
 *
 * @param row null where it has nothing
 */
record ReadRow(long seq, @Nullable CheckedRow row) {
  /** Stands in the tree for a leaf that is lost; no record has it. */
  private static final byte[] LOST = new byte[MerkleTree.HASH_SIZE];

  /** The leaf of a row that may not be there, and may hold anything. */
  static byte[] leaf(@Nullable SealedRow row) {
    return row == null || row.leaf().length != MerkleTree.HASH_SIZE ? LOST : row.leaf();
  }

  byte[] leaf() {
    return leaf(row == null ? null : row.row());
  }

  @Nullable Entry entry() {
    return row == null ? null : row.entry();
  }

  boolean removed() {
    return row != null && row.condition() == Condition.REMOVED;
  }

  /** Whether it is neither as it was written nor removed. */
  boolean broken() {
    return row == null || row.condition() == Condition.DAMAGED;
  }
}
