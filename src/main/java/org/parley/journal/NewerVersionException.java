package org.parley.journal;

/** The database was written by a newer Parley; it was left untouched. */
public final class NewerVersionException extends JournalException {
  private static final long serialVersionUID = 1L;

  private final int found;
  private final int known;

  /** With the version found and the newest that this program knows. */
  public NewerVersionException(int found, int known) {
    super("the database has version " + found + ", this program knows up to " + known);
    this.found = found;
    this.known = known;
  }

  /** The version of the file. */
  public int found() {
    return found;
  }

  /** The newest version known here. */
  public int known() {
    return known;
  }
}
