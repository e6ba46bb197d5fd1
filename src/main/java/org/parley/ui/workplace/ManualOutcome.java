package org.parley.ui.workplace;

import org.jspecify.annotations.Nullable;
import org.parley.messaging.Failure;
import org.parley.name.PeerName;

/**
 * How a message to an address ended.
 *
 * @param peer the conversation it lies in: {@code name (host:port)} or a contact's name; null where
 *     nobody said a name
 * @param name the name that the other side bears; null where nobody said one
 * @param isContact whether that is a contact of the directory
 * @param failure why it was not delivered; null if it was
 */
public record ManualOutcome(
    @Nullable String peer, @Nullable PeerName name, boolean isContact, @Nullable Failure failure) {}
