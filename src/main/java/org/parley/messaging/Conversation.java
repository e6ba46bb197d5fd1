package org.parley.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A conversation in the list.
 *
 * @param peer the contact's name, or {@code name (host:port)}
 * @param last its newest message; null while there is none
 * @param unread messages received after the read mark
 */
public record Conversation(String peer, @Nullable Message last, int unread) {}
