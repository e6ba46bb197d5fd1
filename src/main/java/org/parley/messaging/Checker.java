package org.parley.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;
import org.parley.directory.Contact;
import org.parley.name.PeerName;
import org.parley.network.Dialer;
import org.parley.session.Initiator;

/** Connects, authenticates both ways, sends nothing, and says what happened. */
final class Checker {
  private final PeerName self;
  private final Ledger ledger;
  private final SecretKeeper secrets;
  private final Dialer dialer;
  private final RandomSource random;
  private final Events events;
  private final Deliverer.Reached reached;

  Checker(
      PeerName self,
      Ledger ledger,
      SecretKeeper secrets,
      Dialer dialer,
      RandomSource random,
      Events events,
      Deliverer.Reached reached) {
    this.self = self;
    this.ledger = ledger;
    this.secrets = secrets;
    this.dialer = dialer;
    this.random = random;
    this.events = events;
    this.reached = reached;
  }

  @Nullable Failure check(Contact contact, Cancellation cancel) {
    if (!secrets.awaitReady(contact.name())) {
      return Failure.of(FailureKind.SECRET_NOT_READY);
    }
    String peer = contact.name().toString();
    OutgoingSession session =
        new OutgoingSession(
            ledger,
            new SessionRows(contact.endpoint().toString()),
            () -> peer,
            false,
            List.of(),
            () -> {});
    Initiator machine = new Initiator(self, contact.name(), secrets::copy, null, random);
    Try result = Try.run(dialer, contact.endpoint(), machine, session, cancel);
    if (machine.authenticated()) {
      reached.reached(contact.name(), contact.endpoint().toString());
    }
    try {
      session.finish(List.of());
    } catch (StorageException e) {
      events.storageFailed(e.reason());
    }
    return result.failure();
  }
}
