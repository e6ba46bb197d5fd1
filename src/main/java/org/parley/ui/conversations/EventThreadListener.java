package org.parley.ui.conversations;

import java.time.Instant;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.name.PeerName;
import org.parley.ui.common.Edt;

/** Carries messaging's news to the event thread, in order. */
final class EventThreadListener implements MessagingListener {
  private final Edt edt;
  private final ConversationsController controller;

  EventThreadListener(Edt edt, ConversationsController controller) {
    this.edt = edt;
    this.controller = controller;
  }

  @Override
  public void messageChanged(Message message) {
    edt.run(() -> controller.onMessage(message));
  }

  @Override
  public void messageDiscarded(String peer, String id) {
    edt.run(() -> controller.onDiscarded(peer, id));
  }

  @Override
  public void noteChanged(String peer) {
    edt.run(() -> controller.onNote(peer));
  }

  @Override
  public void contactReached(PeerName name, String address, Instant at) {
    edt.run(() -> controller.onReached(name));
  }
}
