package org.parley.journal.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a page or a table shows it; null is what is not known.
 *
 * @param text null where it was removed, or the row is broken
 * @param standing null where the row is broken
 */
record ShownMessage(
    long seq,
    @Nullable Instant time,
    @Nullable Boolean outgoing,
    @Nullable String peer,
    @Nullable String id,
    @Nullable String text,
    @Nullable Standing standing) {}
