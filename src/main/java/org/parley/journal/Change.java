package org.parley.journal;

import java.util.List;

/**
 * What one transaction writes: all of it or nothing.
 *
 * @param rows to put at the end
 * @param emptied rows that are there, whose content and tag are replaced by these
 */
public record Change(
    List<SealedRow> rows,
    List<SealedRow> emptied,
    List<SeenRow> seen,
    List<StateChange> states,
    HeadRow head) {}
