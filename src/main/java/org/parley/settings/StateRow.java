package org.parley.settings;

/** One row of the sealed state, as it lies in the database. */
public final class StateRow {
  private final StateKind kind;
  private final StateId id;
  private final byte[] sealed;

  /** Takes the array over. */
  public StateRow(StateKind kind, StateId id, byte[] sealed) {
    this.kind = kind;
    this.id = id;
    this.sealed = sealed;
  }

  /** What it is. */
  public StateKind kind() {
    return kind;
  }

  /** Which of its kind. */
  public StateId id() {
    return id;
  }

  /** The array itself, not a copy: to be read only. */
  public byte[] sealed() {
    return sealed;
  }

  @Override
  public String toString() {
    return "StateRow[" + kind + "/" + id + ", " + sealed.length + " bytes]";
  }
}
