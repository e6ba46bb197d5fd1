package org.parley.ui.unlock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile that was made of a backup; all of it as the backup says it, for which nobody vouches.
 *
 * @param name the own name; null where it is not known
 * @param made when the backup was made
 * @param withDirectory whether it had contacts
 * @param withAnchor whether it had an anchor; without one a verification finds that
 * @param leftOut files that were in the data folder and not in the backup
 */
public record Restored(
    @Nullable String name,
    Instant made,
    boolean withDirectory,
    boolean withAnchor,
    List<String> leftOut) {
  /** Keeps a copy of the list. */
  public Restored {
    leftOut = List.copyOf(leftOut);
  }
}
