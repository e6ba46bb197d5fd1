package org.parley.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as it is known now.
 *
 * @param seq its row in the journal; null for one that was never sent and lies in the outbox only
 * @param peer the contact's name, or {@code name (host:port)} for a peer reached by the manual
 *     option
 * @param outgoing whether it is ours
 * @param time when it was first sent, received, or, where never sent, written
 * @param id the message's id
 * @param text its text; empty where removed
 * @param fate what is known of it
 * @param failure why, where it waits after a failed try, or failed; else null
 * @param nextTry when it is tried next, where it waits; else null
 */
public record Message(
    @Nullable Long seq,
    String peer,
    boolean outgoing,
    Instant time,
    @Nullable String id,
    String text,
    Fate fate,
    @Nullable Failure failure,
    @Nullable Instant nextTry) {}
