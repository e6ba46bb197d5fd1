package org.parley.directory;

import org.parley.json.JsonException;

/** A text that is no directory; it is left as it is. Never quotes what it holds. */
public final class DirectoryDamagedException extends DirectoryException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Not JSON; the place is known. */
    NOT_JSON,
    /** JSON, but neither a list of entries nor a sealed directory. */
    NOT_A_DIRECTORY,
    /** Sealed, but not as the format says. */
    SEALED_SHAPE,
    /** Larger than any directory. */
    TOO_LARGE,
    /** What was pasted is not one entry. */
    NOT_ONE_ENTRY
  }

  private final Reason reason;
  private final int line;
  private final int column;
  private final int entry;

  DirectoryDamagedException(Reason reason, String what) {
    super("not a directory: " + what);
    this.reason = reason;
    this.line = 0;
    this.column = 0;
    this.entry = 0;
  }

  DirectoryDamagedException(JsonException cause) {
    this(cause, 0);
  }

  /** As the other, in the list's entry of that number. */
  DirectoryDamagedException(JsonException cause, int entry) {
    super(
        "not a directory: line "
            + cause.line()
            + ", character "
            + cause.column()
            + ": "
            + cause.getMessage());
    this.reason = Reason.NOT_JSON;
    this.line = cause.line();
    this.column = cause.column();
    this.entry = entry;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The line at fault, from 1; 0 where no place is known. */
  public int line() {
    return line;
  }

  /** The character in that line, from 1; 0 where no place is known. */
  public int column() {
    return column;
  }

  /** The entry at fault, from 1; 0 where it is not one entry. */
  public int entry() {
    return entry;
  }
}
