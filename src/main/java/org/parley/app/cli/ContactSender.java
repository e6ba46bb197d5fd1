package org.parley.app.cli;

import java.util.UUID;
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
  private final Surroundings here;
  private final Profile profile;
  private final Messenger messenger;
  private final Cancellation cancel;

  ContactSender(Surroundings here, Profile profile, Messenger messenger, Cancellation cancel) {
    this.here = here;
    this.profile = profile;
    this.messenger = messenger;
    this.cancel = cancel;
  }

  /** What could not even be kept has failed under an id that nobody else will ever see. */
  SendOutcome send(PeerName to, String text, boolean queue) throws InterruptedException {
    try {
      return tried(to, messenger.send(to, text, queue));
    } catch (MessageRefusedException e) {
      return unkept(here.say("send." + e.kind(), to));
    } catch (StorageException e) {
      return unkept(here.say("storage", e.reason()));
    }
  }

  private SendOutcome tried(PeerName to, String id) throws InterruptedException, StorageException {
    try (SecretsReady secrets = new SecretsReady(messenger)) {
      secrets.await(to, profile.contacts().now(), cancel);
    }
    messenger.deliver(to, cancel);
    Message left = messenger.undelivered(id);
    if (left == null) {
      return new SendOutcome(Status.DELIVERED, null, id);
    }
    Status status = left.fate() == Fate.WAITING ? Status.QUEUED : Status.FAILED;
    Failure failure = left.failure();
    Failure why = failure == null ? Failure.of(FailureKind.CANCELLED) : failure;
    return new SendOutcome(status, why.sentence(here.words()), id);
  }

  private static SendOutcome unkept(String why) {
    return new SendOutcome(Status.FAILED, why, UUID.randomUUID().toString());
  }
}
