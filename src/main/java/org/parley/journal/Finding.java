package org.parley.journal;

import org.jspecify.annotations.Nullable;

/**
 * One thing found wrong.
 *
 * @param seq the row, or the first of a run of rows; null where it is about no row
 * @param last the last row of the run; equal to seq for one row, null where seq is
 * @param detail what exactly failed
 * @param mark hex of a SHA-256 over the place and over what was found there: it is the finding's
 *     identity, so that a row damaged anew is a new finding. The kind is no part of it, as a later,
 *     fuller check may know better what happened
 */
public record Finding(
    FindingKind kind, @Nullable Long seq, @Nullable Long last, FindingDetail detail, String mark) {

  /** About one row. */
  static Finding at(FindingKind kind, long seq, FindingDetail detail, String mark) {
    return new Finding(kind, seq, seq, detail, mark);
  }

  /** About no row. */
  static Finding of(FindingKind kind, FindingDetail detail, String mark) {
    return new Finding(kind, null, null, detail, mark);
  }
}
