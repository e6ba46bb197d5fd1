package org.parley.app.cli;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.StopSignal;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Page;
import org.parley.journal.StoredEntry;

/** Goes through the rows that match, oldest first, a page in memory at a time. */
final class PduWalk {
  private static final int PAGE = 256;

  private final Journal journal;
  private final PduQuery query;
  private final StopSignal stop;
  private final long end;

  PduWalk(Journal journal, PduQuery query, StopSignal stop) {
    this.journal = journal;
    this.query = query;
    this.stop = stop;
    this.end = journal.size();
  }

  /** All that match, or the newest so many of them. */
  void forEach(@Nullable Integer newest, Consumer<StoredEntry> each) throws JournalException {
    long next = newest == null ? 0 : startOfNewest(newest);
    while (next < end && !stop.isGiven()) {
      Page page = journal.read(next, PAGE);
      page.rows().stream().filter(row -> row.seq() < end && matches(row)).forEach(each);
      next = page.next();
    }
  }

  /** Looks back for the place from which on so many match. */
  private long startOfNewest(int newest) throws JournalException {
    int found = 0;
    for (long to = end; to > 0 && !stop.isGiven(); ) {
      long from = Math.max(0, to - PAGE);
      List<StoredEntry> rows = journal.read(from, PAGE).rows();
      for (int i = rows.size() - 1; i >= 0; i--) {
        StoredEntry row = rows.get(i);
        if (row.seq() < to && matches(row) && ++found == newest) {
          return row.seq();
        }
      }
      to = from;
    }
    return 0;
  }

  private boolean matches(StoredEntry row) {
    Entry entry = row.entry();
    return entry != null && query.matches(entry);
  }
}
