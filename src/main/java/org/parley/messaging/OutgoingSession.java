package org.parley.messaging;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Durability;
import org.parley.network.SessionObserver;
import org.parley.session.Direction;
import org.parley.session.PduEvent;
import org.parley.session.Reaction;
import org.parley.session.SessionEnd;
import org.parley.session.TextOffer;
import org.parley.settings.StateChange;

/**
 * Records a connection that we opened. The {@code text}'s row, and all before it, is committed
 * before its bytes leave; what follows waits for {@link #finish}, which the caller combines with
 * what the end means for the outbox. For the thread that dials.
 */
final class OutgoingSession implements SessionObserver {
  private final Ledger ledger;
  private final SessionRows rows;
  private final Supplier<@Nullable String> peer;
  private final boolean first;
  private final List<StateChange> withText;
  private final Runnable whenCommitted;
  private boolean textCommitted;

  /**
   * A recorder of one try.
   *
   * @param peer what the conversation is called, as far as it is known by now
   * @param first whether no earlier try of this message left a row
   * @param withText what the outbox remembers in the transaction of the text's row
   * @param whenCommitted hears that this is committed, before the text's bytes leave
   */
  OutgoingSession(
      Ledger ledger,
      SessionRows rows,
      Supplier<@Nullable String> peer,
      boolean first,
      List<StateChange> withText,
      Runnable whenCommitted) {
    this.ledger = ledger;
    this.rows = rows;
    this.peer = peer;
    this.first = first;
    this.withText = List.copyOf(withText);
    this.whenCommitted = whenCommitted;
  }

  @Override
  public void record(List<PduEvent> events) throws RecordingException {
    rows.add(events);
    if (events.stream().anyMatch(e -> e.isText() && e.direction() == Direction.SENT)) {
      try {
        // Not synced: a power failure here loses a try that the outbox will repeat.
        ledger.commit(rows.take(peer.get(), first), withText, Durability.ASYNC);
        textCommitted = true;
        whenCommitted.run();
      } catch (StorageException e) {
        throw new RecordingException(e);
      }
    }
  }

  /** Whether the text's row is committed, so that later tries must not carry the message again. */
  boolean textCommitted() {
    return textCommitted;
  }

  /** Commits the rest of the rows together with what the end changes. */
  void finish(List<StateChange> changes) throws StorageException {
    ledger.commit(rows.take(peer.get(), false), changes, Durability.ASYNC);
  }

  @Override
  public void ended(SessionEnd end) {
    // The dialler returns the end, and the caller knows best what it means: see finish.
  }

  @Override
  public Reaction settle(TextOffer offer, Settlement machine) {
    throw new IllegalStateException("an initiator is offered no text");
  }
}
