package org.parley.journal;

import java.util.List;
import java.util.Set;

/**
 * Reads rows in the order of their seqs, checks each, goes on after a finding, and remembers what
 * only shows once all are read: gaps, rows of other places, removals without a counterpart. For one
 * thread; the rows are checked by all processors ({@link RowPages}).
 */
final class RowWalk {
  private final RowCheck check;
  private final JournalSnapshot snapshot;
  private final RowFindings found;
  private final long from;
  private final long size;
  private final SeqSet emptied = new SeqSet();
  private final SeqSet removed = new SeqSet();
  private long next;
  private boolean gaps;
  // The last row that is missing or not as it was written: rows above it are sound.
  private long lastUnsound = -1;

  /**
   * A walk over the rows from {@code from} to before {@code size}.
   *
   * @param size the head's; {@link Long#MAX_VALUE} where there is no head to believe, so that the
   *     rows end where they end
   * @param accepted marks of findings that need not be told again
   */
  RowWalk(JournalKeys keys, JournalSnapshot snapshot, long from, long size, Set<String> accepted) {
    this.check = new RowCheck(keys);
    this.snapshot = snapshot;
    this.found = new RowFindings(check, accepted);
    this.from = from;
    this.size = size;
    this.next = from;
  }

  /** Walks; false where it was cancelled. */
  boolean run(RowSink each, Progress progress) throws JournalException {
    foreignBelow();
    try (RowPages pages = new RowPages(snapshot, check, from, size)) {
      List<CheckedRow> page = pages.next();
      while (!page.isEmpty() && !progress.cancelled()) {
        progress.at(next - from, (size == Long.MAX_VALUE ? next : size) - from);
        for (CheckedRow row : page) {
          take(row);
          each.take(row);
        }
        page = pages.next();
      }
    }
    progress.at(next - from, next - from);
    if (progress.cancelled()) {
      return false;
    }
    beyond();
    return true;
  }

  // No seq is below 0, whatever the column's type allows.
  private void foreignBelow() throws JournalException {
    if (from > 0) {
      return;
    }
    List<SealedRow> page = snapshot.rows(Long.MIN_VALUE, JournalSnapshot.PAGE);
    while (!page.isEmpty()) {
      for (SealedRow row : page) {
        if (row.seq() >= 0) {
          return;
        }
        found.add(
            Finding.at(FindingKind.FOREIGN, row.seq(), FindingDetail.NOT_OURS, RowCheck.mark(row)));
      }
      page = snapshot.rows(page.get(page.size() - 1).seq() + 1, JournalSnapshot.PAGE);
    }
  }

  private void take(CheckedRow row) throws JournalException {
    long seq = row.row().seq();
    if (seq > next) {
      gap(FindingKind.MISSING, seq - 1);
    }
    next = seq + 1;
    Entry entry = row.entry();
    if (entry != null) {
      found.note(entry);
      noteRemoval(seq, entry);
    } else if (row.condition() == StoredEntry.Condition.REMOVED) {
      emptied.add(seq);
    } else {
      lastUnsound = seq;
      found.damaged(row);
    }
  }

  private void gap(FindingKind kind, long last) {
    gaps = true;
    lastUnsound = last;
    String mark = Bytes.mark("gap", Bytes.u64(next), Bytes.u64(last));
    found.add(new Finding(kind, next, last, FindingDetail.GAP, mark));
  }

  // Its subject comes before it, so that it is known already whether that one was emptied.
  private void noteRemoval(long seq, Entry entry) throws JournalException {
    Long of = entry.of();
    if (!entry.isLocal(LocalTypes.REMOVE) || of == null) {
      return;
    }
    if (!removed.add(of)) {
      notEmptied(seq, seq, of);
    } else if (of >= from && !emptied.contains(of) && isIntact(of)) {
      notEmptied(of, seq, of);
    }
  }

  // A subject that is missing or damaged has a finding of its own already.
  private boolean isIntact(long seq) throws JournalException {
    List<SealedRow> row = snapshot.rows(List.of(seq));
    return !row.isEmpty() && check.check(row.get(0)).condition() == StoredEntry.Condition.INTACT;
  }

  private void notEmptied(long where, long seq, long of) {
    String mark = Bytes.mark("not emptied", Bytes.u64(of), Bytes.u64(seq));
    found.add(Finding.at(FindingKind.MODIFIED, where, FindingDetail.NOT_EMPTIED, mark));
  }

  private void beyond() throws JournalException {
    emptied.forEach(
        seq -> {
          if (!removed.contains(seq)) {
            String mark = Bytes.mark("emptied", Bytes.u64(seq));
            found.add(Finding.at(FindingKind.MODIFIED, seq, FindingDetail.EMPTIED, mark));
          }
        });
    if (size == Long.MAX_VALUE) {
      return;
    }
    if (next < size) {
      gap(FindingKind.TRUNCATED, size - 1);
    }
    List<SealedRow> page = snapshot.rows(size, JournalSnapshot.PAGE);
    if (page.isEmpty()) {
      return;
    }
    long first = page.get(0).seq();
    long last = first;
    while (!page.isEmpty()) {
      last = page.get(page.size() - 1).seq();
      page = last == Long.MAX_VALUE ? List.of() : snapshot.rows(last + 1, JournalSnapshot.PAGE);
    }
    String mark = Bytes.mark("beyond", Bytes.u64(first), Bytes.u64(last));
    found.addAlways(new Finding(FindingKind.EXTENDED, first, last, FindingDetail.BEYOND, mark));
  }

  /** Whether every row was there; only then do the leaves make the tree. */
  boolean gapless() {
    return !gaps;
  }

  /** Whether rows, if any, from that seq on were all there and as they were written. */
  boolean soundFrom(long seq) {
    return lastUnsound < seq;
  }

  /** The seq after the last row that was read. */
  long next() {
    return next;
  }

  /** The marks of the findings that were accepted by a row of this walk. */
  Set<String> accepted() {
    return found.accepted();
  }

  /** How many findings there were beyond those that are listed. */
  long unlisted() {
    return found.unlisted();
  }

  /** What is wrong, in the order of seqs; {@code leavesProven}: see {@link RowCheck#diagnose}. */
  List<Finding> findings(boolean leavesProven) {
    return found.list(from, next, leavesProven);
  }
}
