package org.parley.journal.search;

import java.util.List;

/**
 * A message that was found, as its row was at that moment.
 *
 * @param text its text; empty where the owner took it out, which only a query without a text finds
 * @param places where in the text what was looked for is, at most {@link MessageSearch#MOST_PLACES}
 */
public record SearchHit(MessageRef message, String text, List<TextRange> places) {
  @Override
  public String toString() {
    return "SearchHit[" + message.seq() + "]";
  }
}
