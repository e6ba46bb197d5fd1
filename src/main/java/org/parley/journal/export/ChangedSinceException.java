package org.parley.journal.export;

import org.parley.journal.JournalException;

/** The rows are not what their verification came to: something changed them since. */
public final class ChangedSinceException extends JournalException {
  private static final long serialVersionUID = 1L;

  ChangedSinceException() {
    super("the journal was changed since it was verified");
  }
}
