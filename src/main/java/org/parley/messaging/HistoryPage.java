package org.parley.messaging;

import java.util.List;

/**
 * The next messages that were found.
 *
 * @param more whether there may be others: a page may be short, or empty, and yet not the last
 * @param complete whether every message was looked at; false while the index is being built, see
 *     {@link MessageHistory#progress}: then newer ones may be missing
 */
public record HistoryPage(List<HistoryHit> hits, boolean more, boolean complete) {}
