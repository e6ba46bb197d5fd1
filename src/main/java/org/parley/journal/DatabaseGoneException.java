package org.parley.journal;

/**
 * The vault and the anchors know of a journal, and its database file is not there. It is a {@link
 * FindingKind#ROLLED_BACK}: no empty one is put in its place unasked.
 */
public final class DatabaseGoneException extends JournalException {
  private static final long serialVersionUID = 1L;

  DatabaseGoneException() {
    super("the journal's database file is not there");
  }

  /** As a verification shows it. */
  public Finding finding() {
    return Finding.of(FindingKind.ROLLED_BACK, FindingDetail.DATABASE_GONE, Bytes.mark("gone"));
  }
}
