package org.parley.journal.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;

/**
 * Which messages to find; a null restricts nothing.
 *
 * @param text a part of the text, compared by {@link Folding}; what folds to nothing restricts
 *     nothing
 * @param peer the conversation's name, exactly
 * @param direction sent or received
 * @param since from this time on
 * @param until before this time
 * @param oldestFirst the order by row; else newest first
 */
public record SearchQuery(
    @Nullable String text,
    @Nullable String peer,
    @Nullable Direction direction,
    @Nullable Instant since,
    @Nullable Instant until,
    boolean oldestFirst) {

  /** That text anywhere, newest first. */
  public static SearchQuery of(String text) {
    return new SearchQuery(text, null, null, null, null, false);
  }

  @Override
  public String toString() {
    return "SearchQuery[redacted]";
  }
}
