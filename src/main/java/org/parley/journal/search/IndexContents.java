package org.parley.journal.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.StoredEntry;

/**
 * All that is known of the rows up to one: what is saved and loaded. Guarded by the index's lock.
 */
final class IndexContents {
  private final MessageTable table = new MessageTable();
  private final TextIndex texts;
  private final RowReader reader;
  private final List<Long> damaged = new ArrayList<>();
  private long next;

  IndexContents(Object lock) {
    this.texts = new TextIndex(lock);
    this.reader = new RowReader(table, texts);
  }

  MessageTable table() {
    return table;
  }

  TextIndex texts() {
    return texts;
  }

  RowReader reader() {
    return reader;
  }

  /** Rows that could not be read: if ever they can be, this lacks what they say. */
  List<Long> damaged() {
    return damaged;
  }

  /** The first row that is not in it. */
  long next() {
    return next;
  }

  /** All rows before that one were taken. */
  void setNext(long seq) {
    next = seq;
  }

  /** The next row, as it was read. */
  void take(StoredEntry row) {
    Entry entry = row.entry();
    if (entry != null) {
      reader.read(row.seq(), entry);
    } else if (row.condition() == StoredEntry.Condition.REMOVED) {
      reader.removed(row.seq());
    } else {
      damaged.add(row.seq());
    }
  }

  /** The text of a row that is a message already, but in no segment; null where there is no row. */
  void addText(long seq, @Nullable StoredEntry row) {
    Entry entry = row == null ? null : row.entry();
    if (entry != null && entry.text() != null) {
      texts.add(entry.text());
      return;
    }
    texts.addNothing();
    if (row == null || row.condition() == StoredEntry.Condition.DAMAGED) {
      damaged.add(seq);
    }
  }
}
