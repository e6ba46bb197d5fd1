package org.parley.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing found wrong.
 *
 * @param seq the row, or the first of a run of rows; null where it is about no row
 * @param last the last row of the run; equal to seq for one row, null where seq is
 * @param detail what exactly failed
 * @param mark hex of SHA-256 over what was found in place of what belongs there: two findings of
 *     one kind, seq and mark are the same finding, and a row damaged anew is a new one
 */
public record Finding(
    FindingKind kind, @Nullable Long seq, @Nullable Long last, FindingDetail detail, String mark) {

  /** Whether an acceptance of {@code other} covers this one. */
  public boolean sameAs(Finding other) {
    return kind == other.kind && Objects.equals(seq, other.seq) && mark.equals(other.mark);
  }
}
