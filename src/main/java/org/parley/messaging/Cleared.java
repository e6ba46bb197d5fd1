package org.parley.messaging;

/**
 * What came of clearing a conversation.
 *
 * @param removed messages whose content is gone now
 * @param waiting messages that are still to be delivered, and stay
 * @param damaged messages whose rows are damaged, and stay
 * @param whole false where it was cancelled before its end
 */
public record Cleared(int removed, int waiting, int damaged, boolean whole) {}
