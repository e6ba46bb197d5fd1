package org.parley.app.cli;

import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.messaging.HistoryQuery;

/** Which rows {@code history --pdus} shows. */
record PduQuery(HistoryQuery query) {
  boolean matches(Entry entry) {
    return entry.direction() != Direction.LOCAL
        && (query.peer() == null || query.peer().equals(entry.peer()))
        && (query.outgoing() == null
            || entry.direction() == (query.outgoing() ? Direction.SENT : Direction.RECEIVED))
        && (query.since() == null || !entry.time().isBefore(query.since()))
        && (query.until() == null || entry.time().isBefore(query.until()))
        && (query.text() == null || (entry.text() != null && query.matchesText(entry.text())));
  }
}
