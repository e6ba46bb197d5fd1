package org.parley.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.directory.Contact;
import org.parley.journal.Durability;
import org.parley.name.PeerName;
import org.parley.network.Clocks;
import org.parley.network.Dialer;
import org.parley.session.Initiator;
import org.parley.session.OutgoingText;
import org.parley.settings.StateChange;

/**
 * Works off a contact's waiting messages, one connection each, in order, one thread a contact. Runs
 * on its caller's thread.
 */
final class Deliverer {
  private final PeerName self;
  private final Outbox outbox;
  private final Ledger ledger;
  private final SecretKeeper secrets;
  private final Dialer dialer;
  private final Clocks clocks;
  private final RandomSource random;
  private final RetryPauses pauses;
  private final Events events;
  private final Reached reached;
  private final Map<PeerName, ReentrantLock> locks = new ConcurrentHashMap<>();

  Deliverer(
      PeerName self,
      Outbox outbox,
      Ledger ledger,
      SecretKeeper secrets,
      Dialer dialer,
      Clocks clocks,
      RandomSource random,
      RetryPauses pauses,
      Events events,
      Reached reached) {
    this.self = self;
    this.outbox = outbox;
    this.ledger = ledger;
    this.secrets = secrets;
    this.dialer = dialer;
    this.clocks = clocks;
    this.random = random;
    this.pauses = pauses;
    this.events = events;
    this.reached = reached;
  }

  /**
   * Sends what waits for the contact, until nothing does or a try fails.
   *
   * @param wait whether to wait for another thread that is at it; else nothing is done then
   */
  Delivery deliver(PeerName peer, Cancellation cancel, boolean wait) {
    ReentrantLock lock = locks.computeIfAbsent(peer, p -> new ReentrantLock(true));
    if (wait) {
      lock.lock();
    } else if (!lock.tryLock()) {
      return new Delivery(0, null);
    }
    try {
      return workOff(peer, cancel);
    } finally {
      lock.unlock();
    }
  }

  private Delivery workOff(PeerName peer, Cancellation cancel) {
    int delivered = 0;
    Failure refused = null;
    String damaged = "";
    while (true) {
      List<OutboxItem> waiting = outbox.waitingFor(peer);
      if (waiting.isEmpty()) {
        return new Delivery(delivered, refused);
      }
      if (cancel.isCancelled()) {
        failUntried(peer, Failure.of(FailureKind.CANCELLED));
        return new Delivery(delivered, refused);
      }
      OutboxItem item = waiting.get(0);
      boolean repeat = !item.id().equals(damaged);
      Failure failure = deliver(item, cancel, repeat);
      if (failure == null) {
        delivered++;
      } else if (failure.kind() == FailureKind.DAMAGED && repeat) {
        damaged = item.id(); // once more at once: a flipped bit seldom comes twice
      } else if (failure.kind() == FailureKind.REFUSED_BY_PEER) {
        refused = failure; // that one is over; the next may fare better
      } else {
        failUntried(peer, failure);
        return new Delivery(delivered, failure);
      }
    }
  }

  /** What was to have one try only has failed with the message that stood before it. */
  private void failUntried(PeerName peer, Failure why) {
    for (OutboxItem item : outbox.waitingFor(peer)) {
      if (!item.keepTrying()) {
        try {
          keep(item, why, false, null, outbox.text(item.id()));
        } catch (StorageException e) {
          events.storageFailed(e.reason());
        }
      }
    }
  }

  /** One try; null where it was delivered. */
  private @Nullable Failure deliver(OutboxItem item, Cancellation cancel, boolean repeat) {
    String text;
    try {
      text = outbox.text(item.id());
    } catch (StorageException e) {
      return Try.ownStorage(e);
    }
    Contact contact = secrets.directory().find(item.peer());
    if (contact == null) {
      return keep(item, Failure.of(FailureKind.UNKNOWN_CONTACT), false, null, text);
    }
    if (!secrets.awaitReady(item.peer())) {
      return keep(item, Failure.of(FailureKind.SECRET_NOT_READY), false, null, text);
    }
    outbox.sending(item.id(), true);
    events.messageChanged(Messages.of(item, text, true, null));
    try {
      return tryOnce(item, contact, text, cancel, repeat);
    } finally {
      outbox.sending(item.id(), false);
    }
  }

  private @Nullable Failure tryOnce(
      OutboxItem item, Contact contact, String text, Cancellation cancel, boolean repeat) {
    String peer = item.peer().toString();
    OutgoingSession session =
        new OutgoingSession(
            ledger,
            new SessionRows(contact.endpoint().toString()),
            () -> peer,
            !item.recorded(),
            List.of(outbox.put(item.recordedNow(), text)));
    Initiator machine =
        new Initiator(self, item.peer(), this::secret, new OutgoingText(item.id(), text), random);
    Try result = Try.run(dialer, contact.endpoint(), machine, session, cancel);
    if (machine.authenticated()) {
      reached.reached(item.peer(), contact.endpoint().toString());
    }
    OutboxItem now = session.textCommitted() ? item.recordedNow() : item;
    Failure failure = result.failure();
    if (failure != null) {
      return keep(now, failure, repeat, session, text);
    }
    return delivered(now, session, text);
  }

  private @Nullable SecretBytes secret(PeerName name) {
    return secrets.copy(name);
  }

  /** Out of the outbox in the transaction of the {@code ack}'s row. */
  private @Nullable Failure delivered(OutboxItem item, OutgoingSession session, String text) {
    try {
      session.finish(List.of(outbox.delete(item.id())));
    } catch (StorageException e) {
      // The peer has it; that could not be noted, so it is sent again, and acknowledged again.
      outbox.set(item);
      events.storageFailed(e.reason());
      return Try.ownStorage(e);
    }
    outbox.gone(item.id());
    events.messageChanged(Messages.delivered(item, text));
    return null;
  }

  private Failure keep(
      OutboxItem item,
      Failure failure,
      boolean repeat,
      @Nullable OutgoingSession session,
      String text) {
    OutboxItem latest = outbox.item(item.id());
    boolean withdrawn = latest != null && latest.status() == OutboxItem.Status.CANCELLED;
    OutboxItem failed = item.failed(failure, nextTry(item, failure, repeat), false);
    OutboxItem now = withdrawn ? failed.cancelled() : failed;
    finish(session, List.of(outbox.put(now, text)));
    // Set even where that could not be kept: the pause holds all the same.
    outbox.set(now);
    events.messageChanged(Messages.of(now, text, false, null));
    return failure;
  }

  private @Nullable Instant nextTry(OutboxItem item, Failure failure, boolean repeat) {
    Instant now = Instant.ofEpochMilli(clocks.now().wallMillis());
    if (repeat && failure.kind() == FailureKind.DAMAGED) {
      return now;
    }
    return item.keepTrying() && failure.kind().worthRetrying()
        ? now.plus(pauses.after(item.tries() + 1))
        : null;
  }

  private void finish(@Nullable OutgoingSession session, List<StateChange> changes) {
    try {
      if (session == null) {
        ledger.commit(List.of(), changes, Durability.ASYNC);
      } else {
        session.finish(changes);
      }
    } catch (StorageException e) {
      events.storageFailed(e.reason());
    }
  }

  /** Hears that a contact authenticated. */
  interface Reached {
    void reached(PeerName name, String address);
  }
}
