package org.parley.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What working off a contact's waiting messages came to.
 *
 * @param delivered how many the peer acknowledged
 * @param failure why it stopped before the end; null where nothing waits any more, or where others
 *     were busy delivering and the rest was left to them
 */
public record Delivery(int delivered, @Nullable Failure failure) {}
