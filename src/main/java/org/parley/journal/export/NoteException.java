package org.parley.journal.export;

/** A signed note was not accepted; which of three things is wrong with it decides what to do. */
final class NoteException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with a note. */
  enum Kind {
    /** It is no note. */
    MALFORMED,
    /** It is a note, but the key that was asked for has not signed it. */
    NOT_SIGNED,
    /** It names the key, but the signature is not that key's over this text. */
    BAD_SIGNATURE
  }

  private final Kind kind;

  NoteException(Kind kind) {
    super(kind.name());
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
