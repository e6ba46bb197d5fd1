package org.parley.app.cli;

import org.parley.messaging.Cancellation;
import org.parley.messaging.MessagingListener;
import org.parley.messaging.Messenger;
import org.parley.name.PeerName;

/** Waits until secrets of contacts are derived, which takes a quarter of a second each. */
final class SecretsReady implements MessagingListener {
  private final Messenger messenger;

  SecretsReady(Messenger messenger) {
    this.messenger = messenger;
    messenger.addListener(this);
  }

  @Override
  public synchronized void secretsChanged(int ready, int total) {
    notifyAll();
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Returns once that contact can be reached, or the user gave up. */
  void await(PeerName contact, Cancellation cancel) throws InterruptedException {
    cancel.onCancel(this::wake);
    synchronized (this) {
      while (!cancel.isCancelled() && !messenger.status(contact).secretReady()) {
        wait();
      }
    }
  }
}
