package org.parley.messaging;

import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.EntryListener;

/**
 * Tells of each message that was received, once its row is in the journal: also where a write
 * seemed to fail and did not, and the peer was told to send it again.
 */
final class ArrivedMessages implements EntryListener {
  private final Events events;

  ArrivedMessages(Events events) {
    this.events = events;
  }

  @Override
  public void committed(long seq, Entry entry) {
    String peer = entry.peer();
    String text = entry.text();
    if (entry.direction() == Direction.RECEIVED && peer != null && text != null) {
      events.messageChanged(
          new Message(seq, peer, false, entry.time(), entry.id(), text, Fate.RECEIVED, null, null));
    }
  }
}
