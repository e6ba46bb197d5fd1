package org.parley.app.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.EntryListener;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.StoredEntry;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.ArchiveException;
import org.parley.ui.workplace.ArchiveException.Problem;
import org.parley.ui.workplace.WireItem;
import org.parley.ui.workplace.WireLog;

/** A journal's rows as the Wire tab shows them. */
final class JournalWire implements WireLog {
  private static final int PAGE = 128;

  private final Journal journal;

  JournalWire(Journal journal) {
    this.journal = journal;
  }

  @Override
  public Walk walk(Filter filter) {
    return new WireWalk(journal, filter);
  }

  @Override
  public WireItem at(long seq) throws ArchiveException {
    try {
      StoredEntry row = row(seq);
      Entry entry = row.entry();
      if (entry == null || entry.direction() == Direction.LOCAL) {
        return WireSummary.note(row);
      }
      WireSummary summary = new WireSummary(entry.session());
      for (StoredEntry one : around(row)) {
        summary.add(one.seq(), Objects.requireNonNull(one.entry()));
      }
      return summary.item();
    } catch (JournalException e) {
      throw ProfileArchive.unreadable(e);
    }
  }

  @Override
  public List<StoredEntry> rows(WireItem item) throws ArchiveException {
    try {
      StoredEntry row = row(item.last());
      Entry entry = row.entry();
      return entry == null || entry.direction() == Direction.LOCAL ? List.of(row) : around(row);
    } catch (JournalException e) {
      throw ProfileArchive.unreadable(e);
    }
  }

  private StoredEntry row(long seq) throws JournalException, ArchiveException {
    List<StoredEntry> rows = journal.read(seq, 1).rows();
    if (rows.isEmpty() || rows.get(0).seq() != seq) {
      throw new ArchiveException(Problem.NO_ROW, Long.toString(seq), null);
    }
    return rows.get(0);
  }

  /** All rows of that row's connection, oldest first. */
  private List<StoredEntry> around(StoredEntry row) throws JournalException {
    Entry entry = Objects.requireNonNull(row.entry());
    String session = entry.session();
    List<StoredEntry> found = new ArrayList<>(List.of(row));
    if (session != null) {
      before(row.seq(), entry.time(), session, found);
      after(row.seq(), entry.time(), session, found);
      found.sort(Comparator.comparingLong(StoredEntry::seq));
    }
    return List.copyOf(found);
  }

  private void before(long seq, Instant time, String session, List<StoredEntry> found)
      throws JournalException {
    long nearest = seq;
    Instant nearestTime = time;
    for (long to = seq; to > 0 && to > nearest - WireSummary.MOST_BETWEEN; to -= PAGE) {
      List<StoredEntry> rows = journal.read(Math.max(0, to - PAGE), PAGE).rows();
      for (int i = rows.size() - 1; i >= 0; i--) {
        Entry entry = rows.get(i).entry();
        if (entry == null || rows.get(i).seq() >= to) {
          continue;
        }
        if (session.equals(entry.session())) {
          found.add(rows.get(i));
          nearest = rows.get(i).seq();
          nearestTime = entry.time();
        } else if (entry.time().isBefore(nearestTime.minus(WireSummary.LONGEST))) {
          return;
        }
      }
    }
  }

  private void after(long seq, Instant time, String session, List<StoredEntry> found)
      throws JournalException {
    long nearest = seq;
    Instant nearestTime = time;
    long next = seq + 1;
    while (next < journal.size() && next < nearest + WireSummary.MOST_BETWEEN) {
      var page = journal.read(next, PAGE);
      for (StoredEntry row : page.rows()) {
        @Nullable Entry entry = row.entry();
        if (entry != null && session.equals(entry.session())) {
          found.add(row);
          nearest = row.seq();
          nearestTime = entry.time();
        } else if (entry != null && entry.time().isAfter(nearestTime.plus(WireSummary.LONGEST))) {
          return;
        }
      }
      next = page.next();
    }
  }

  @Override
  public Subscription onRows(Runnable changed) {
    EntryListener listener = (seq, entry) -> changed.run();
    journal.addListener(listener);
    return () -> journal.removeListener(listener);
  }
}
