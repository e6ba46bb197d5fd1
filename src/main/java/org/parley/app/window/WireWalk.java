package org.parley.app.window;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.StoredEntry;
import org.parley.ui.workplace.ArchiveException;
import org.parley.ui.workplace.WireItem;
import org.parley.ui.workplace.WireLog;

/**
 * Reads the rows backwards, page by page, and puts together what belongs to one connection; an item
 * stands where its last row is. Memory is bounded, however many rows there are: connections are
 * short, so that who was not met for many others will not be met again.
 */
final class WireWalk implements WireLog.Walk {
  private static final int PAGE = 128;

  // Many times what can lie between two rows of one connection.
  private static final int MOST_REMEMBERED = 16_384;

  // After so many rows that were read in vain a page is given out as it is, so that whoever waits
  // sees something, or can think better of it.
  private static final int MOST_ROWS = 8192;

  private final Journal journal;
  private final WireLog.Filter filter;
  private final String part;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final Map<String, WireSummary> met =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WireSummary> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private long to;
  private @Nullable Instant time;
  private volatile boolean cancelled;

  /** An item that may still lack rows, or a note that is done. */
  private record Line(@Nullable WireSummary summary, @Nullable WireItem note) {}

  WireWalk(Journal journal, WireLog.Filter filter) {
    this.journal = journal;
    this.filter = filter;
    this.part = filter.part().strip().toLowerCase(Locale.ROOT);
    this.to = journal.size();
  }

  @Override
  public WireLog.ItemPage next(int limit) throws ArchiveException {
    List<WireItem> items = new ArrayList<>();
    long stop = to - MOST_ROWS;
    take(items, limit);
    while (items.size() < limit && to > Math.max(0, stop) && !cancelled) {
      try {
        readPage();
      } catch (JournalException e) {
        throw ProfileArchive.unreadable(e);
      }
      take(items, limit);
    }
    return new WireLog.ItemPage(items, !cancelled && (to > 0 || !lines.isEmpty()));
  }

  private void take(List<WireItem> items, int limit) {
    while (items.size() < limit && !lines.isEmpty()) {
      Line line = lines.peek();
      WireSummary summary = line.summary();
      if (summary != null && to > 0 && !summary.complete(to, time)) {
        return;
      }
      lines.remove();
      WireItem item = summary == null ? line.note() : summary.item();
      if (item != null && matches(item)) {
        items.add(item);
      }
    }
  }

  private boolean matches(WireItem item) {
    return (!filter.failedOnly() || item.failed())
        && (part.isEmpty() || contains(item.peer()) || contains(item.address()));
  }

  private boolean contains(@Nullable String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part);
  }

  private void readPage() throws JournalException {
    long from = Math.max(0, to - PAGE);
    List<StoredEntry> rows = journal.read(from, PAGE).rows();
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).seq() < to) {
        add(rows.get(i));
      }
    }
    to = from;
  }

  private void add(StoredEntry row) {
    Entry entry = row.entry();
    if (entry == null || entry.direction() == Direction.LOCAL) {
      lines.add(new Line(null, WireSummary.note(row)));
      return;
    }
    time = entry.time();
    String session = entry.session();
    WireSummary summary = session == null ? null : met.get(session);
    if (summary == null) {
      summary = new WireSummary(session);
      lines.add(new Line(summary, null));
      if (session != null) {
        met.put(session, summary);
      }
    }
    summary.add(row.seq(), entry);
  }

  @Override
  public void cancel() {
    cancelled = true;
  }
}
