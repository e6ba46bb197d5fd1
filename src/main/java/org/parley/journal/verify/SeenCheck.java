package org.parley.journal.verify;

import org.parley.crypto.Sha256;
import org.parley.journal.CheckedRow;
import org.parley.journal.Entry;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.SeenRow;
import org.parley.journal.SeenTags;

/**
 * Compares SEEN with what the rows say it must hold. Its rows lie in an order that has nothing to
 * do with the journal's, so that asking for one after the other would read a page of the file for
 * each: digests of what must be there are gathered, a million at most, and the table is read once
 * for all of them. For one thread.
 */
final class SeenCheck {
  private static final int MOST = 1 << 20;

  private final SeenTags tags;
  private final JournalSnapshot snapshot;
  private final int most;
  private CrossList due = new CrossList();
  private long wrong;

  SeenCheck(SeenTags tags, JournalSnapshot snapshot) {
    this(tags, snapshot, MOST);
  }

  SeenCheck(SeenTags tags, JournalSnapshot snapshot, int most) {
    this.tags = tags;
    this.snapshot = snapshot;
    this.most = most;
  }

  /** The next row of the journal. */
  void add(CheckedRow row) throws JournalException {
    Entry entry = row.entry();
    SeenRow must = entry == null ? null : tags.rowOf(row.row().seq(), entry);
    if (must != null) {
      due.add(digest(must));
      if (due.size() == most) {
        compare();
      }
    }
  }

  /** How many are not there, after the last row. */
  long wrong() throws JournalException {
    compare();
    return wrong;
  }

  private void compare() throws JournalException {
    if (due.size() > 0) {
      snapshot.eachSeen(there -> due.cross(digest(there)));
      wrong += due.left();
      due = new CrossList();
    }
  }

  // Eight bytes of a digest, which nobody can aim at: a change goes unnoticed once in 2^44 tables
  // of a million rows, and what goes unnoticed is one repetition that is stored twice.
  private static long digest(SeenRow row) {
    byte[] hash = Sha256.of(row.idTag(), row.textTag());
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << Byte.SIZE) | (hash[i] & 0xff);
    }
    return value;
  }
}
