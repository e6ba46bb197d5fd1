package org.parley.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a contact since the program started.
 *
 * @param secretReady whether its secret is derived: until then it is answered as an unknown name
 * @param lastReached when it last authenticated, either way; null where it did not yet
 * @param lastAddress where it was then
 */
public record ContactStatus(
    boolean secretReady, @Nullable Instant lastReached, @Nullable String lastAddress) {}
