package org.parley.app.cli;

import org.parley.app.cli.SendOutcome.Status;
import org.parley.app.profile.Profile;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.messaging.MessageRefusedException;
import org.parley.messaging.Messenger;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;

/** Sends messages to contacts: what waits for one first, then the new one, once. */
final class ContactSender {
  private final Profile profile;
  private final Messenger messenger;
  private final Cancellation cancel;

  ContactSender(Profile profile, Messenger messenger, Cancellation cancel) {
    this.profile = profile;
    this.messenger = messenger;
    this.cancel = cancel;
  }

  SendOutcome send(PeerName to, String text, boolean queue)
      throws MessageRefusedException, StorageException, InterruptedException {
    String id = messenger.send(to, text, queue);
    try (SecretsReady secrets = new SecretsReady(messenger)) {
      secrets.await(to, profile.contacts().now(), cancel);
    }
    messenger.deliver(to, cancel);
    Message left = messenger.undelivered(id);
    if (left == null) {
      return new SendOutcome(Status.DELIVERED, null, id);
    }
    Status status = left.fate() == Fate.WAITING ? Status.QUEUED : Status.FAILED;
    Failure failure =
        left.failure() == null ? Failure.of(FailureKind.CANCELLED) : left.failure();
    return new SendOutcome(status, failure, id);
  }
}
