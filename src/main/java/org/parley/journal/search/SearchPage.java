package org.parley.journal.search;

import java.util.List;

/**
 * The next hits of a search.
 *
 * @param more whether there may be others: a page may be short, or empty, and yet not the last
 * @param complete whether every message was looked at that was committed when the search began;
 *     false while the index is being built, which goes from the oldest row to the newest
 */
public record SearchPage(List<SearchHit> hits, boolean more, boolean complete) {}
