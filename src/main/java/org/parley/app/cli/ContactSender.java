package org.parley.app.cli;

import org.parley.app.cli.SendOutcome.Status;
import org.parley.app.profile.Profile;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Delivery;
import org.parley.messaging.Failure;
import org.parley.messaging.MessageRefusedException;
import org.parley.messaging.Messenger;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;

/** Sends messages to contacts: what waits for one first, then the new one, once. */
final class ContactSender {
  private final Messenger messenger;
  private final SecretsReady secrets;
  private final Cancellation cancel;

  ContactSender(Profile profile, Cancellation cancel) {
    this.messenger = profile.messenger();
    this.secrets = new SecretsReady(messenger);
    this.cancel = cancel;
  }

  SendOutcome send(PeerName to, String text, boolean queue)
      throws MessageRefusedException, StorageException, InterruptedException {
    String id = messenger.send(to, text, queue);
    secrets.await(to, cancel);
    Delivery delivery = messenger.deliver(to, cancel);
    Failure failure = delivery.failure();
    if (failure == null) {
      return new SendOutcome(Status.DELIVERED, null, id);
    }
    boolean stays = queue && failure.kind().worthRetrying();
    return new SendOutcome(stays ? Status.QUEUED : Status.FAILED, failure, id);
  }
}
