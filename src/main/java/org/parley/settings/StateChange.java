package org.parley.settings;

import org.jspecify.annotations.Nullable;

/** What is to become of one row of the sealed state; goes with a batch of the journal. */
public final class StateChange {
  private final StateKind kind;
  private final StateId id;
  private final byte @Nullable [] sealed;

  private StateChange(StateKind kind, StateId id, byte @Nullable [] sealed) {
    this.kind = kind;
    this.id = id;
    this.sealed = sealed;
  }

  /** The row is made, or replaced. */
  public static StateChange put(StateRow row) {
    return new StateChange(row.kind(), row.id(), row.sealed());
  }

  /** The row goes; none is there to begin with is no error. */
  public static StateChange delete(StateKind kind, StateId id) {
    return new StateChange(kind, id, null);
  }

  /** What it is. */
  public StateKind kind() {
    return kind;
  }

  /** Which of its kind. */
  public StateId id() {
    return id;
  }

  /** The new bytes, not a copy; null: the row goes. */
  public byte @Nullable [] sealed() {
    return sealed;
  }

  @Override
  public String toString() {
    return "StateChange[" + (sealed == null ? "delete " : "put ") + kind + "/" + id + "]";
  }
}
