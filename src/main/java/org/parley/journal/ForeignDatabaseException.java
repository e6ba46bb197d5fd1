package org.parley.journal;

/**
 * The database holds objects that are not ours (finding {@link FindingKind#FOREIGN}), or lacks some
 * of ours. It was closed before any statement touched them.
 */
public final class ForeignDatabaseException extends JournalException {
  private static final long serialVersionUID = 1L;

  /** With the number of lines of the schema that differ. */
  public ForeignDatabaseException(int differences) {
    super("the database's schema differs from ours in " + differences + " places");
  }

  /** As a verification shows it. */
  public Finding finding() {
    return Finding.of(FindingKind.FOREIGN, FindingDetail.OBJECTS, Bytes.mark("objects"));
  }
}
