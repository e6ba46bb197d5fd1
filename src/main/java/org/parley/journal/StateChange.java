package org.parley.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of STATE to put or to take away, already sealed by its owner. The journal does not know
 * what it holds; it rides in a {@link Batch} because the head covers it.
 *
 * @param kind 1 outbox, 2 contact secret, 3 draft, 4 read mark, 5 other
 * @param id {@link #ID_SIZE} bytes
 * @param sealed at least 32 bytes; null: the row goes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, below
public record StateChange(int kind, byte[] id, byte @Nullable [] sealed) {
  /** Bytes of an id. */
  public static final int ID_SIZE = 16;

  /** Refuses what the table or the state digest cannot hold. */
  public StateChange {
    if (id.length != ID_SIZE || (sealed != null && sealed.length < StateDigest.TAIL)) {
      throw new IllegalArgumentException("a state row of a wrong shape");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StateChange change
        && change.kind == kind
        && Arrays.equals(change.id, id)
        && Arrays.equals(change.sealed, sealed);
  }

  @Override
  public int hashCode() {
    return 31 * kind + Arrays.hashCode(id);
  }

  @Override
  public String toString() {
    return "StateChange[" + kind + "]";
  }
}
