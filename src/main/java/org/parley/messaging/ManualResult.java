package org.parley.messaging;

import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;

/**
 * What became of a message to an address.
 *
 * @param name who answered; proven where failure is null, else as claimed, or null
 * @param contact whether that is a contact, reached with its own password
 * @param peer what the conversation is called: the contact's name, or {@code name (host:port)};
 *     null where nobody was reached
 * @param id the message's id
 * @param failure null where it was delivered
 */
public record ManualResult(
    @Nullable PeerName name,
    boolean contact,
    @Nullable String peer,
    String id,
    @Nullable Failure failure) {}
