package org.parley.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Reads rows in the order of their seqs, page by page, checks each, goes on after a finding, and
 * remembers what only shows once all are read: gaps, rows of other places, removals without a
 * counterpart. For one thread; a page's rows are checked by all processors.
 */
final class RowWalk {
  /** How many bytes are tried at other places, over all damaged rows: some seconds' work. */
  private static final long SEARCH_BYTES = 1L << 31;

  /** How many bytes of damaged rows are kept for that search. */
  private static final long KEPT_BYTES = 64L << 20;

  private final RowCheck check;
  private final JournalSnapshot snapshot;
  private final long from;
  private final long size;
  private final List<CheckedRow> damaged = new ArrayList<>();
  private final Set<Long> doubtful = new HashSet<>();
  private final Set<Long> emptied = new HashSet<>();
  private final Map<Long, Long> removals = new HashMap<>();
  private final Map<String, Finding> noted = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private long keptBytes;
  private long searchBytes = SEARCH_BYTES;
  private long next;
  private boolean gaps;

  /**
   * A walk over the rows from {@code from} to before {@code size}.
   *
   * @param size the head's; {@link Long#MAX_VALUE} where there is no head to believe, so that the
   *     rows end where they end
   */
  RowWalk(JournalKeys keys, JournalSnapshot snapshot, long from, long size) {
    this.check = new RowCheck(keys);
    this.snapshot = snapshot;
    this.from = from;
    this.size = size;
    this.next = from;
  }

  /** Walks; false where it was cancelled. */
  boolean run(RowSink each, Progress progress) throws JournalException {
    foreignBelow();
    while (next < size) {
      if (progress.cancelled()) {
        return false;
      }
      progress.at(next - from, (size == Long.MAX_VALUE ? next : size) - from);
      List<SealedRow> page = snapshot.rows(next, JournalSnapshot.PAGE);
      if (page.isEmpty()) {
        break;
      }
      for (CheckedRow row : page.parallelStream().map(check::check).toList()) {
        if (row.row().seq() >= size) {
          break;
        }
        take(row);
        each.take(row);
      }
      if (page.get(page.size() - 1).seq() >= size) {
        break;
      }
    }
    progress.at(next - from, next - from);
    beyond();
    return !progress.cancelled();
  }

  // No seq is below 0, whatever the column's type allows.
  private void foreignBelow() throws JournalException {
    if (from > 0) {
      return;
    }
    for (SealedRow row : snapshot.rows(Long.MIN_VALUE, JournalSnapshot.PAGE)) {
      if (row.seq() < 0) {
        findings.add(
            Finding.at(FindingKind.FOREIGN, row.seq(), FindingDetail.NOT_OURS, RowCheck.mark(row)));
      }
    }
  }

  private void take(CheckedRow row) {
    long seq = row.row().seq();
    if (seq > next) {
      gap(FindingKind.MISSING, seq - 1);
    }
    next = seq + 1;
    Entry entry = row.entry();
    if (entry != null) {
      note(seq, entry);
    } else if (row.condition() == StoredEntry.Condition.REMOVED) {
      emptied.add(seq);
    } else {
      doubt(row);
    }
  }

  private void gap(FindingKind kind, long last) {
    gaps = true;
    String mark = Bytes.mark("gap", Bytes.u64(next), Bytes.u64(last));
    findings.add(new Finding(kind, next, last, FindingDetail.GAP, mark));
  }

  private void note(long seq, Entry entry) {
    String mark = Acceptance.acceptedBy(entry);
    if (mark != null) {
      accepted.add(mark);
    }
    Finding finding = Acceptance.notedBy(entry);
    if (finding != null) {
      noted.put(finding.mark(), finding);
    }
    Long of = entry.of();
    if (entry.isLocal(LocalTypes.REMOVE) && of != null && removals.putIfAbsent(of, seq) != null) {
      notEmptied(seq, of);
    }
  }

  private void doubt(CheckedRow row) {
    doubtful.add(row.row().seq());
    keptBytes += row.row().sealed().length;
    if (keptBytes <= KEPT_BYTES) {
      damaged.add(row);
    } else {
      findings.add(check.diagnose(row, false, false));
    }
  }

  private void notEmptied(long seq, long of) {
    String mark = Bytes.mark("not emptied", Bytes.u64(of), Bytes.u64(seq));
    findings.add(Finding.at(FindingKind.MODIFIED, seq, FindingDetail.NOT_EMPTIED, mark));
  }

  private void beyond() throws JournalException {
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
    findings.add(new Finding(FindingKind.EXTENDED, first, last, FindingDetail.BEYOND, mark));
  }

  /** Whether every row was there; only then do the leaves make the tree. */
  boolean gapless() {
    return !gaps;
  }

  /** Whether rows, if any, from that seq on were all there and as they were written. */
  boolean soundFrom(long seq) {
    return doubtful.stream().noneMatch(d -> d >= seq)
        && findings.stream()
            .noneMatch(f -> f.detail() == FindingDetail.GAP && f.last() != null && f.last() >= seq);
  }

  /** The seq after the last row that was read. */
  long next() {
    return next;
  }

  /** The marks of the findings that were accepted by a row of this walk. */
  Set<String> accepted() {
    return accepted;
  }

  /** What is wrong, in the order of seqs; {@code leavesProven}: see {@link RowCheck#diagnose}. */
  List<Finding> findings(boolean leavesProven) {
    List<Finding> all = new ArrayList<>(findings);
    for (CheckedRow row : damaged) {
      all.add(check.diagnose(row, fitsElsewhere(row.row()), leavesProven));
    }
    all.addAll(noted.values());
    addUnmatchedRemovals(all);
    all.sort(Comparator.comparing(Finding::seq, Comparator.nullsFirst(Comparator.naturalOrder())));
    return all;
  }

  // Rows that changed places are both damaged, so those places are asked first; then all others,
  // since a row may have been copied or moved.
  private boolean fitsElsewhere(SealedRow row) {
    return LongStream.concat(
            doubtful.stream().mapToLong(Long::longValue), LongStream.range(from, next))
        .takeWhile(place -> (searchBytes -= row.sealed().length + 128L) >= 0)
        .anyMatch(place -> check.fitsAt(row, place));
  }

  private void addUnmatchedRemovals(List<Finding> all) {
    for (long seq : emptied) {
      if (!removals.containsKey(seq)) {
        String mark = Bytes.mark("emptied", Bytes.u64(seq));
        all.add(Finding.at(FindingKind.MODIFIED, seq, FindingDetail.EMPTIED, mark));
      }
    }
    removals.forEach(
        (of, seq) -> {
          // A subject before the walk, or with a finding of its own, says nothing here.
          if (of >= from
              && of < next
              && !emptied.contains(of)
              && !doubtful.contains(of)
              && findings.stream().noneMatch(f -> isGapAt(f, of))) {
            String mark = Bytes.mark("not emptied", Bytes.u64(of), Bytes.u64(seq));
            all.add(Finding.at(FindingKind.MODIFIED, of, FindingDetail.NOT_EMPTIED, mark));
          }
        });
  }

  private static boolean isGapAt(Finding finding, long seq) {
    return finding.detail() == FindingDetail.GAP
        && finding.seq() != null
        && finding.last() != null
        && finding.seq() <= seq
        && seq <= finding.last();
  }
}
