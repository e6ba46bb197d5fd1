package org.parley.messaging;

/** A message that cannot be sent as it is: nothing was stored. */
public final class MessageRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Kind {
    /** No text at all. */
    EMPTY,
    /** More than 64 KiB in UTF-8. */
    TOO_LONG,
    /** Half of a surrogate pair: no text. */
    NOT_TEXT,
    /** No usable contact of that name. */
    UNKNOWN_CONTACT,
    /** It is not waiting and has not failed, so it can be neither retried nor cancelled. */
    TOO_LATE
  }

  private final Kind kind;

  MessageRefusedException(Kind kind) {
    super(kind.name());
    this.kind = kind;
  }

  /** What is wrong with it. */
  public Kind kind() {
    return kind;
  }
}
