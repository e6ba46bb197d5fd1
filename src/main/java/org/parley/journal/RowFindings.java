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
 * What a {@link RowWalk} found, in bounded memory however much that is: the first {@link #MOST}
 * that are not accepted are listed, the others counted. For one thread.
 */
final class RowFindings {
  /** The most findings about rows that one walk lists. */
  static final int MOST = 10_000;

  /** How many bytes of damaged rows are kept to be looked at when all are read. */
  private static final long KEPT_BYTES = 16L << 20;

  /** How many bytes are tried at other places, over all damaged rows: some seconds' work. */
  private static final long SEARCH_BYTES = 1L << 31;

  private final RowCheck check;
  private final Set<String> known;
  private final List<Finding> findings = new ArrayList<>();
  private final List<CheckedRow> damaged = new ArrayList<>();
  private final Map<String, Finding> noted = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private long keptBytes;
  private long searchBytes = SEARCH_BYTES;
  private long unlisted;

  RowFindings(RowCheck check, Set<String> accepted) {
    this.check = check;
    this.known = accepted;
  }

  private boolean isListed(String mark) {
    if (known.contains(mark)) {
      return false;
    }
    if (findings.size() + damaged.size() < MOST) {
      return true;
    }
    unlisted++;
    return false;
  }

  void add(Finding finding) {
    if (isListed(finding.mark())) {
      findings.add(finding);
    }
  }

  /** For one that decides whether the journal can go on. */
  void addAlways(Finding finding) {
    findings.add(finding);
  }

  /** A row whose check failed. */
  void damaged(CheckedRow row) {
    if (!isListed(RowCheck.mark(row.row()))) {
      return;
    }
    keptBytes += row.row().sealed().length;
    if (keptBytes <= KEPT_BYTES) {
      damaged.add(row);
    } else {
      findings.add(check.diagnose(row, false, false));
    }
  }

  /** Takes note of a row that accepts a finding, or notes one. */
  void note(Entry entry) {
    String mark = Acceptance.acceptedBy(entry);
    if (mark != null) {
      accepted.add(mark);
    }
    Finding finding = Acceptance.notedBy(entry);
    if (finding != null) {
      noted.put(finding.mark(), finding);
    }
  }

  Set<String> accepted() {
    return accepted;
  }

  long unlisted() {
    return unlisted;
  }

  /**
   * All that are listed, in the order of seqs.
   *
   * @param from the first seq that was read
   * @param next the one after the last
   */
  List<Finding> list(long from, long next, boolean leavesProven) {
    List<Finding> all = new ArrayList<>(findings);
    for (CheckedRow row : damaged) {
      all.add(check.diagnose(row, fitsElsewhere(row.row(), from, next), leavesProven));
    }
    all.addAll(noted.values());
    all.sort(Comparator.comparing(Finding::seq, Comparator.nullsFirst(Comparator.naturalOrder())));
    return all;
  }

  // Rows that changed places are both damaged, so those places are asked first; then all others,
  // since a row may have been copied or moved.
  private boolean fitsElsewhere(SealedRow row, long from, long next) {
    return LongStream.concat(
            damaged.stream().mapToLong(d -> d.row().seq()), LongStream.range(from, next))
        .takeWhile(place -> (searchBytes -= row.sealed().length + 128L) >= 0)
        .anyMatch(place -> check.fitsAt(row, place));
  }
}
