package org.parley.messaging;

import java.util.List;
import org.parley.journal.search.TextRange;

/**
 * A message that was found.
 *
 * @param places where in its text what was looked for is, first to last, apart from each other;
 *     none where no text was looked for
 */
public record HistoryHit(Message message, List<TextRange> places) {}
