package org.parley.messaging;

/** A message's content that cannot be removed as it is: nothing was removed. */
public final class RemovalException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** The history has no such row. */
    NO_ROW,
    /** That row is no message. */
    NO_MESSAGE,
    /** It was removed before. */
    REMOVED,
    /** The row is damaged: it is evidence, and stays. */
    DAMAGED,
    /** It is still to be delivered; withdrawn, it can be removed. */
    WAITING
  }

  private final Kind kind;
  private final long seq;

  RemovalException(Kind kind, long seq) {
    super(kind + " at " + seq);
    this.kind = kind;
    this.seq = seq;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** The row that stands in the way. */
  public long seq() {
    return seq;
  }
}
