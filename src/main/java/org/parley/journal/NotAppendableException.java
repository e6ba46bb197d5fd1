package org.parley.journal;

/** The head or the frontier cannot be trusted: the journal must be set aside before it goes on. */
public final class NotAppendableException extends JournalException {
  private static final long serialVersionUID = 1L;

  NotAppendableException() {
    super("the journal's head cannot be trusted; it must be set aside before anything is added");
  }
}
