package org.parley.journal.search;

import org.jspecify.annotations.Nullable;

/**
 * A message that a query may find.
 *
 * @param slot its place in the {@link MessageTable}
 * @param seq the row with its text
 * @param removed whether the owner took the text out
 * @param text where it is in memory; null for most
 */
record Candidate(int slot, long seq, boolean removed, @Nullable String text) {}
