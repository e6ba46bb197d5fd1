package org.parley.journal;

/** A batch was to empty a row that cannot be emptied. Nothing of the batch was written. */
public final class RemovalRefusedException extends JournalException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The journal has no such row. */
    NO_ROW,
    /** The row carries no message. */
    NO_MESSAGE,
    /** Its content was removed before. */
    REMOVED,
    /** A check of the row failed: it stays as it is, since it may be evidence. */
    DAMAGED
  }

  private final long seq;
  private final Reason reason;

  RemovalRefusedException(long seq, Reason reason) {
    super("row " + seq + " cannot be emptied: " + reason);
    this.seq = seq;
    this.reason = reason;
  }

  /** The row that stood in the way. */
  public long seq() {
    return seq;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
