package org.parley.journal.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;

/**
 * A message, without its text, which is in the journal's row.
 *
 * @param seq the row with the text
 * @param peer as in the row
 * @param id as in the row; null where the row had none
 * @param time as in the row; of a message that was removed before the index was built, that of the
 *     row before it
 * @param direction sent or received
 * @param fate what became of it
 * @param refusal why, where it was refused; else null
 * @param removed whether the owner took the text out
 */
public record MessageRef(
    long seq,
    String peer,
    @Nullable String id,
    Instant time,
    Direction direction,
    Fate fate,
    @Nullable Refusal refusal,
    boolean removed) {}
