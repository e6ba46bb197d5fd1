/**
 * Talking, and only that: what is sent and received, what waits, and who hears of it. No window, no
 * SQL.
 *
 * <pre>
 * to send:     Messenger.send -> Outbox (committed, synced) -> Deliverer -> Try -> network.Dialer
 *              OutgoingSession commits the text's row before its bytes leave, and takes the message
 *              out of the outbox in the transaction of the ack's row
 * to receive:  network.Listener -> Arrivals -> IncomingSession -> Inbox
 *              commits the text's row and the ack's own, synced, before the ack leaves
 * to tell:     Events, after the commit, on a thread of its own
 * to read:     MessageHistory, over the journal's index and the outbox
 * </pre>
 *
 * <p>A message's fate is not in its row: it is the outbox's row as long as there is one, and the
 * {@code ack} or {@code nack} in its session after that.
 */
package org.parley.messaging;
