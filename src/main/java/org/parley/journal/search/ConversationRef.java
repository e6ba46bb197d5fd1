package org.parley.journal.search;

/**
 * All messages with one peer.
 *
 * @param last the newest
 * @param messages how many, removed ones included
 * @param received how many of them came from the peer
 */
public record ConversationRef(String peer, MessageRef last, int messages, int received) {}
