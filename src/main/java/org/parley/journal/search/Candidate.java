package org.parley.journal.search;

/**
 * A message that a query may find.
 *
 * @param slot its place in the {@link MessageTable}
 * @param seq the row with its text
 * @param removed whether the owner took the text out
 */
record Candidate(int slot, long seq, boolean removed) {}
