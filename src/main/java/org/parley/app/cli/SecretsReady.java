package org.parley.app.cli;

import org.parley.directory.Contact;
import org.parley.directory.Directory;
import org.parley.messaging.Cancellation;
import org.parley.messaging.MessagingListener;
import org.parley.messaging.Messenger;
import org.parley.name.PeerName;

/** Waits until secrets of contacts are derived, which takes a quarter of a second each. */
final class SecretsReady implements MessagingListener, AutoCloseable {
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

  /** Returns once that contact can be reached, is none of the directory, or the user gave up. */
  void await(PeerName contact, Directory directory, Cancellation cancel)
      throws InterruptedException {
    cancel.onCancel(this::wake);
    if (directory.find(contact) == null) {
      return;
    }
    synchronized (this) {
      while (!cancel.isCancelled() && !messenger.status(contact).secretReady()) {
        wait();
      }
    }
  }

  /** Returns once all contacts can be reached and are known, or the user gave up. */
  void awaitAll(Directory directory, Cancellation cancel) throws InterruptedException {
    for (Contact contact : directory.contacts()) {
      await(contact.name(), directory, cancel);
    }
  }

  @Override
  public void close() {
    messenger.removeListener(this);
  }
}
