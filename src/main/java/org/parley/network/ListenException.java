package org.parley.network;

/** The listener could not begin. */
public final class ListenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Kind {
    /** Another program has the port. */
    PORT_IN_USE,
    /** The system does not let us have it, as with ports below 1024. */
    NOT_ALLOWED,
    /** This machine has no such address. */
    NO_SUCH_ADDRESS
  }

  private final Kind kind;

  ListenException(Kind kind, Throwable cause) {
    super(kind.name(), cause);
    this.kind = kind;
  }

  /** What is in the way. */
  public Kind kind() {
    return kind;
  }
}
