package org.parley.messaging;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Durability;
import org.parley.journal.JournalException;
import org.parley.name.PeerName;
import org.parley.network.SessionObserver;
import org.parley.session.PduEvent;
import org.parley.session.Reaction;
import org.parley.session.Responder;
import org.parley.session.SessionEnd;
import org.parley.session.TextOffer;
import org.parley.session.Verdict;

/**
 * Records a connection that somebody else opened, and decides on its text. An {@code ack} leaves
 * only once the transaction with all rows of the connection so far, the {@code ack}'s own among
 * them, is on the disk. For the connection's thread.
 */
final class IncomingSession implements SessionObserver {
  /** Who hears of a connection's end. */
  interface Ended {
    /** All of it, its unrecorded rows included. */
    void ended(Responder machine, String host, SessionRows rows, SessionEnd end);
  }

  private final Inbox inbox;
  private final Ledger ledger;
  private final Events events;
  private final Ended after;
  private final Responder machine;
  private final String host;
  private final SessionRows rows;

  IncomingSession(
      Inbox inbox, Ledger ledger, Events events, Ended after, Responder machine, String host) {
    this.inbox = inbox;
    this.ledger = ledger;
    this.events = events;
    this.after = after;
    this.machine = machine;
    this.host = host;
    this.rows = new SessionRows(host);
  }

  @Override
  public void record(List<PduEvent> events) {
    rows.add(events);
  }

  @Override
  public Reaction settle(TextOffer offer, Settlement settlement) {
    synchronized (inbox.lock(offer.peer(), offer.id())) {
      List<PduEvent> before = rows.waiting();
      Verdict verdict = verdict(offer);
      Reaction reaction = settlement.answered(verdict);
      rows.add(reaction.events());
      if (verdict == Verdict.STORAGE) {
        return reaction; // nothing is promised: the rows go with the end
      }
      try {
        ledger.commit(rows.take(peer(), false), List.of(), Durability.SYNC);
        return reaction;
      } catch (StorageException e) {
        events.storageFailed(e.reason());
        rows.restore(before);
        if (verdict == Verdict.ID_REUSED) {
          rows.add(reaction.events());
          return reaction; // a refusal needs nothing on the disk
        }
        Reaction instead = settlement.storageFailed();
        rows.add(instead.events());
        return instead;
      }
    }
  }

  private Verdict verdict(TextOffer offer) {
    try {
      return switch (inbox.seen(offer)) {
        case NEW -> Verdict.STORED;
        case SAME -> Verdict.AGAIN;
        case OTHER -> Verdict.ID_REUSED;
      };
    } catch (JournalException e) {
      events.storageFailed(String.valueOf(e.getMessage()));
      return Verdict.STORAGE;
    }
  }

  private @Nullable String peer() {
    PeerName name = machine.peer();
    return name == null ? null : name.toString();
  }

  @Override
  public void ended(SessionEnd end) {
    after.ended(Objects.requireNonNull(machine), host, rows, end);
  }
}
