package org.parley.journal;

import java.util.List;

/** What one transaction writes: all of it or nothing. */
public record Change(
    List<SealedRow> rows, List<SeenRow> seen, List<StateChange> states, HeadRow head) {}
