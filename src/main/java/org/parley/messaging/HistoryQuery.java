package org.parley.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.search.Folding;
import org.parley.journal.search.SearchQuery;

/**
 * Which messages to list; a null restricts nothing.
 *
 * @param peer the conversation's name
 * @param text a part of the text, in any case and with any accents
 * @param outgoing ours, or theirs
 * @param since from this time on
 * @param until before this time
 * @param newest only so many, the newest
 */
public record HistoryQuery(
    @Nullable String peer,
    @Nullable String text,
    @Nullable Boolean outgoing,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Integer newest) {

  /** Everything. */
  public static final HistoryQuery ALL = new HistoryQuery(null, null, null, null, null, null);

  SearchQuery inIndex(boolean oldestFirst) {
    Direction direction = outgoing == null ? null : outgoing ? Direction.SENT : Direction.RECEIVED;
    return new SearchQuery(text, peer, direction, since, until, oldestFirst);
  }

  boolean matches(Message message) {
    return (peer == null || peer.equals(message.peer()))
        && (outgoing == null || outgoing == message.outgoing())
        && (since == null || !message.time().isBefore(since))
        && (until == null || message.time().isBefore(until))
        && matchesText(message.text());
  }

  /** Whether a text is one that is looked for. */
  public boolean matchesText(String candidate) {
    return text == null || Folding.contains(candidate, text);
  }
}
