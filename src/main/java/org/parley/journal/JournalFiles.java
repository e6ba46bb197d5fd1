package org.parley.journal;

/** The database files of a data folder: the journal's own, and one that is made beside it. */
public interface JournalFiles {
  /** Whether there is a journal. */
  boolean exists();

  /**
   * Opens the journal.
   *
   * @throws ForeignDatabaseException where the schema is not ours
   * @throws NewerVersionException where a newer program wrote it
   */
  JournalStore open() throws JournalException;

  /** Makes an empty database beside the journal, under a name that nobody opens. */
  JournalStore createBeside() throws JournalException;

  /**
   * Makes the database of {@link #createBeside}, closed by now, the journal. One that is there is
   * kept under a name that holds {@code oldId}; at no time is there none.
   */
  void takeBeside(String oldId) throws JournalException;
}
