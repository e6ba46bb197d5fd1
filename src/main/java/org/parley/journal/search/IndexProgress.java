package org.parley.journal.search;

/**
 * How far the index is.
 *
 * @param complete whether it holds every message that is committed
 * @param rows how many rows are in it, from the first on
 * @param total how many there are
 */
public record IndexProgress(boolean complete, long rows, long total) {}
