package org.parley.journal;

import java.util.List;

/**
 * Some rows in the order of their seqs.
 *
 * @param next the seq to go on from; equal to the journal's size at the end
 */
public record Page(List<StoredEntry> rows, long next) {}
