package org.parley.journal;

/**
 * The journal could not do what was asked: the database cannot be read or written, or is not what
 * it must be. The message is a sentence without names, texts or secrets.
 */
public class JournalException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public JournalException(String message) {
    super(message);
  }

  /** With the reason and where it came from. */
  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
