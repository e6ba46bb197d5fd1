package org.parley.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Outcomes;
import org.parley.name.PeerName;
import org.parley.network.Clocks;
import org.parley.network.InboundHandler;
import org.parley.session.Responder;
import org.parley.session.SessionEnd;

/** Serves whoever connects, and sees to what a connection leaves behind. */
final class Arrivals implements InboundHandler {
  /** {@code msg_type} of the local row that counts connections whose rows were not kept. */
  static final String UNRECORDED = "unrecorded";

  private final PeerName self;
  private final Inbox inbox;
  private final Ledger ledger;
  private final SecretKeeper secrets;
  private final PeerNotes notes;
  private final Clocks clocks;
  private final RandomSource random;
  private final Events events;
  private final Deliverer.Reached reached;
  private final Strangers strangers = new Strangers();
  private final StrangerRows strangerRows = new StrangerRows();

  Arrivals(
      PeerName self,
      Inbox inbox,
      Ledger ledger,
      SecretKeeper secrets,
      PeerNotes notes,
      Clocks clocks,
      RandomSource random,
      Events events,
      Deliverer.Reached reached) {
    this.self = self;
    this.inbox = inbox;
    this.ledger = ledger;
    this.secrets = secrets;
    this.notes = notes;
    this.clocks = clocks;
    this.random = random;
    this.events = events;
    this.reached = reached;
  }

  @Override
  public Visit visit(String host) {
    Responder machine = new Responder(self, this::secret, random);
    return new Visit(
        machine, new IncomingSession(inbox, ledger, events, this::ended, machine, host));
  }

  /** Whoever is blocked must not be able to tell that from not being known. */
  private @Nullable SecretBytes secret(PeerName name) {
    return notes.isBlocked(name) ? null : secrets.copy(name);
  }

  @Override
  public void listenerFailed(String why) {
    events.listenerFailed(why);
  }

  private void ended(Responder machine, String host, SessionRows rows, SessionEnd end) {
    PeerName name = machine.peer();
    if (machine.authenticated()) {
      // Nothing was promised about these rows, so nobody waits for them.
      keep(rows.take(String.valueOf(name), false));
      if (name != null) {
        reached.reached(name, host);
      }
      return;
    }
    keepStranger(rows, name);
    if (name != null
        && machine.failedAuthentication()
        && !name.equals(self)
        && secrets.directory().find(name) == null
        && strangers.tell(name.toString(), host, clocks.now().monoMillis())) {
      events.strangerTried(name.toString(), host);
    }
  }

  private void keepStranger(SessionRows rows, @Nullable PeerName name) {
    List<Entry> few = rows.takeStranger(name == null ? null : name.toString());
    if (few.isEmpty()) {
      return;
    }
    long mono = clocks.now().monoMillis();
    switch (strangerRows.decide(mono)) {
      case WRITE -> {
        long left = strangerRows.takeLeft(mono);
        if (left > 0) {
          keep(List.of(unrecorded(left)));
        }
        keep(few);
      }
      case COUNT -> {}
      case COUNT_AND_TELL -> keep(List.of(unrecorded(strangerRows.takeCount())));
    }
  }

  private Entry unrecorded(long count) {
    return new Entry(
        Instant.ofEpochMilli(clocks.now().wallMillis()),
        Direction.LOCAL,
        null,
        null,
        null,
        UNRECORDED,
        null,
        null,
        Outcomes.NOTED,
        null,
        null,
        java.util.Base64.getEncoder()
            .encodeToString(
                Long.toString(count).getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
        null,
        null);
  }

  private void keep(List<Entry> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var unused =
        ledger
            .submit(rows, List.of(), Durability.ASYNC)
            .whenComplete(
                (receipt, e) -> {
                  if (e != null) {
                    events.storageFailed(String.valueOf(e.getMessage()));
                  }
                });
  }
}
