package org.parley.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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
  private static final long LOOK_MILLIS = 200;

  /** A contact of whom much waits is left after so long, for others to have their turn. */
  private static final long TURN_MILLIS = 20_000;

  private final PeerName self;
  private final Outbox outbox;
  private final Ledger ledger;
  private final SecretKeeper secrets;
  private final Dialer dialer;
  private final Clocks clocks;
  private final RandomSource random;
  private final RetryPauses pauses;
  private final Patience patience;
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
      Patience patience,
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
    this.patience = patience;
    this.events = events;
    this.reached = reached;
  }

  /**
   * Sends what waits for the contact, until nothing does or a try fails. Waits, until cancelled,
   * for another thread that is at it.
   */
  Delivery deliver(PeerName peer, Cancellation cancel) {
    ReentrantLock lock = lock(peer);
    if (!await(lock, cancel)) {
      return new Delivery(0, null);
    }
    try {
      return workOff(peer, cancel, Long.MAX_VALUE);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #deliver}, for a while; does nothing where another thread is at it. */
  void takeTurn(PeerName peer, Cancellation cancel) {
    ReentrantLock lock = lock(peer);
    if (!lock.tryLock()) {
      return;
    }
    try {
      workOff(peer, cancel, clocks.now().monoMillis() + TURN_MILLIS);
    } finally {
      lock.unlock();
    }
  }

  private ReentrantLock lock(PeerName peer) {
    return locks.computeIfAbsent(peer, p -> new ReentrantLock(true));
  }

  /** The other one may be at it for long, with a peer that is slow on purpose. */
  private static boolean await(ReentrantLock lock, Cancellation cancel) {
    try {
      while (!cancel.isCancelled()) {
        if (lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private Delivery workOff(PeerName peer, Cancellation cancel, long endMono) {
    int delivered = 0;
    Failure refused = null;
    String damaged = "";
    while (true) {
      if (cancel.isCancelled()) {
        failUntried(peer, Failure.of(FailureKind.CANCELLED));
        return new Delivery(delivered, refused);
      }
      OutboxItem item = outbox.takeFirst(peer);
      if (item == null) {
        return new Delivery(delivered, refused);
      }
      if (clocks.now().monoMillis() >= endMono) {
        outbox.release(item.id());
        return new Delivery(delivered, refused);
      }
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

  /**
   * What was to have one try only has failed with the message that stood before it, and so has what
   * was tried long enough.
   */
  private void failUntried(PeerName peer, Failure why) {
    for (OutboxItem waiting : outbox.waitingFor(peer)) {
      boolean over = !waiting.keepTrying() || isOver(waiting, why);
      OutboxItem item = over ? outbox.take(waiting.id()) : null;
      if (item == null) {
        continue;
      }
      try {
        String text = item.status() == OutboxItem.Status.WAITING ? outbox.text(item.id()) : null;
        if (text != null) {
          keep(item, why, false, null, text);
        }
      } catch (StorageException e) {
        events.storageFailed(e.reason());
      } finally {
        outbox.release(item.id());
      }
    }
  }

  /** One try of an item that was taken; null where it was delivered. */
  private @Nullable Failure deliver(OutboxItem item, Cancellation cancel, boolean repeat) {
    try {
      String text = outbox.text(item.id());
      if (text == null) {
        // Delivered by an earlier try, the note of which seemed to fail, and did not.
        outbox.gone(item.id());
        return null;
      }
      return deliver(item, text, cancel, repeat);
    } catch (StorageException e) {
      events.storageFailed(e.reason());
      Failure failure = Try.ownStorage(e);
      outbox.settled(after(item, failure, false));
      return failure;
    } finally {
      outbox.release(item.id());
    }
  }

  private @Nullable Failure deliver(
      OutboxItem item, String text, Cancellation cancel, boolean repeat) {
    Contact contact = secrets.directory().find(item.peer());
    if (contact == null) {
      return keep(item, Failure.of(FailureKind.UNKNOWN_CONTACT), false, null, text);
    }
    if (!secrets.awaitReady(item.peer())) {
      return keep(item, Failure.of(FailureKind.SECRET_NOT_READY), false, null, text);
    }
    outbox.sending(item.id());
    events.messageChanged(Messages.of(item, text, true, null));
    return tryOnce(item, contact, text, cancel, repeat);
  }

  private @Nullable Failure tryOnce(
      OutboxItem item, Contact contact, String text, Cancellation cancel, boolean repeat) {
    String peer = item.peer().toString();
    OutboxItem recorded = item.recordedNow();
    OutgoingSession session =
        new OutgoingSession(
            ledger,
            new SessionRows(contact.endpoint().toString()),
            () -> peer,
            !item.recorded(),
            List.of(outbox.put(recorded, text)),
            () -> outbox.recorded(recorded));
    Initiator machine =
        new Initiator(self, item.peer(), this::secret, new OutgoingText(item.id(), text), random);
    Try result = Try.run(dialer, contact.endpoint(), machine, session, cancel);
    if (machine.authenticated()) {
      reached.reached(item.peer(), contact.endpoint().toString());
    }
    OutboxItem now = session.textCommitted() ? recorded : item;
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
      return notNoted(item, text, e);
    }
    outbox.gone(item.id());
    events.messageChanged(Messages.delivered(item, text));
    return null;
  }

  /**
   * The peer has it, and that could not be noted: it is sent again, however often it was to be
   * tried, and acknowledged again. Not written, since nothing can be; after a crash it waits, too.
   */
  private Failure notNoted(OutboxItem item, String text, StorageException e) {
    events.storageFailed(e.reason());
    Failure failure = Failure.of(FailureKind.NOT_NOTED, e.reason());
    OutboxItem again = item.retried(now());
    OutboxItem now = after(again, failure, false);
    outbox.settled(now);
    events.messageChanged(Messages.of(now, text, false, null));
    return failure;
  }

  private Failure keep(
      OutboxItem item,
      Failure failure,
      boolean repeat,
      @Nullable OutgoingSession session,
      String text) {
    OutboxItem now = after(item, failure, repeat);
    finish(session, List.of(outbox.put(now, text)));
    // Set even where that could not be kept: the pause holds all the same.
    outbox.settled(now);
    events.messageChanged(Messages.of(now, text, false, null));
    return failure;
  }

  /** What is known of an item after a try that failed. */
  private OutboxItem after(OutboxItem item, Failure failure, boolean repeat) {
    Instant now = now();
    if (repeat && failure.kind() == FailureKind.DAMAGED) {
      return item.failed(failure, now, false);
    }
    if (isOver(item, failure)) {
      return item.failed(Patience.over(item, now, failure), null, false);
    }
    if (!item.keepTrying() || !failure.kind().worthRetrying()) {
      return item.failed(failure, null, false);
    }
    Instant next = now.plus(pauses.after(item.tries() + 1));
    Instant end = patience.end(item);
    return item.failed(failure, end != null && end.isBefore(next) ? end : next, false);
  }

  /** What was cancelled has not been tried to its end, and is not given up for it. */
  private boolean isOver(OutboxItem item, Failure failure) {
    return failure.kind() != FailureKind.CANCELLED && patience.isOver(item, now());
  }

  private Instant now() {
    return Instant.ofEpochMilli(clocks.now().wallMillis());
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
