package org.parley.journal;

/** An entry's record is longer than {@link EntrySealer#MAX_RECORD}; its batch was not written. */
public final class EntryTooLongException extends JournalException {
  private static final long serialVersionUID = 1L;

  EntryTooLongException() {
    super("an entry is too long for the journal");
  }
}
