package org.parley.messaging;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Durability;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;
import org.parley.name.PeerName;
import org.parley.settings.SealedState;
import org.parley.settings.StateChange;
import org.parley.settings.StateId;
import org.parley.settings.StateKind;
import org.parley.vault.SealException;

/**
 * Messages that are not known to be delivered: waiting, failed or cancelled. A row is here until
 * the peer's {@code ack} is in the journal, and leaves in the same transaction as that.
 *
 * <p>What it says is what is committed: memory follows the disk, never the other way round. Texts
 * are read when needed. Safe for use by several threads; each contact's messages are worked off by
 * one thread at a time, which its callers see to.
 */
final class Outbox {
  private final SealedState state;
  private final Ledger ledger;
  private final Map<String, OutboxItem> items = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> sending = new HashSet<>();
  private final Set<String> forgotten = new HashSet<>();
  private long lastOrder;

  Outbox(SealedState state, Ledger ledger) {
    this.state = state;
    this.ledger = ledger;
  }

  /**
   * Reads what is kept. A message that was to have one try only, and whose try did not come to an
   * end, has failed; rows that cannot be read stay where they are.
   *
   * @return how many rows could not be read
   */
  synchronized int load() throws IOException {
    SealedState.Listing listing = state.list(StateKind.OUTBOX);
    int damaged = listing.damaged().size();
    List<StateChange> interrupted = new ArrayList<>();
    for (byte[] plain : listing.plain().values()) {
      try {
        JsonObject json = JsonReader.object(plain, JsonProfile.STRICT);
        OutboxItem item = OutboxItem.of(json);
        if (item.status() == OutboxItem.Status.WAITING && !item.keepTrying()) {
          item = item.failed(Failure.of(FailureKind.INTERRUPTED), null, false);
          interrupted.add(put(item, json.string("text")));
        }
        items.put(item.id(), item);
        lastOrder = Math.max(lastOrder, item.order());
      } catch (JsonException e) {
        damaged++;
      } finally {
        Arrays.fill(plain, (byte) 0);
      }
    }
    if (!interrupted.isEmpty()) {
      keepIfPossible(interrupted);
    }
    return damaged;
  }

  private void keepIfPossible(List<StateChange> interrupted) {
    try {
      ledger.commit(List.of(), interrupted, Durability.ASYNC);
    } catch (StorageException e) {
      // The next start finds the same out again; until then what is known is known here.
      return;
    }
  }

  /** Keeps a new message; on the disk when this returns. */
  OutboxItem add(PeerName peer, String text, boolean keepTrying, Instant now)
      throws StorageException {
    OutboxItem item;
    synchronized (this) {
      item =
          new OutboxItem(
              UUID.randomUUID().toString(),
              peer,
              now,
              now,
              ++lastOrder,
              keepTrying,
              OutboxItem.Status.WAITING,
              0,
              false,
              null,
              null);
    }
    List<StateChange> changes = forgottenRows();
    changes.add(put(item, text));
    try {
      ledger.commit(List.of(), changes, Durability.SYNC);
    } catch (StorageException e) {
      forget(item.id());
      throw e;
    }
    keep(item);
    return item;
  }

  /**
   * What could not be kept, as its sender was told, must not turn up at the next start and be sent:
   * a write that failed may still have reached the disk.
   */
  private void forget(String id) {
    synchronized (this) {
      forgotten.add(id);
    }
    var unused =
        ledger
            .submit(List.of(), List.of(delete(id)), Durability.ASYNC)
            .thenRun(() -> forgotten(List.of(id)));
  }

  private synchronized void forgotten(List<String> ids) {
    forgotten.removeAll(ids);
  }

  private synchronized List<StateChange> forgottenRows() {
    return new ArrayList<>(forgotten.stream().map(this::delete).toList());
  }

  /** Takes the item over as it is now, where nobody has taken it. */
  private synchronized void keep(OutboxItem item) {
    items.put(item.id(), item);
  }

  /**
   * Takes the first that waits for a contact: until {@link #settled}, {@link #gone} or {@link
   * #release} nobody else changes it. Waits where somebody is changing it.
   *
   * @return null where nothing waits
   */
  synchronized @Nullable OutboxItem takeFirst(PeerName peer) {
    boolean interrupted = false;
    try {
      while (true) {
        List<OutboxItem> waiting = waitingFor(peer);
        if (waiting.isEmpty()) {
          return null;
        }
        OutboxItem first = waiting.get(0);
        if (taken.add(first.id())) {
          return first;
        }
        try {
          wait(); // for one write to the disk
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes that one; null where it is not here, or somebody has taken it. */
  synchronized @Nullable OutboxItem take(String id) {
    OutboxItem item = items.get(id);
    return item != null && taken.add(id) ? item : null;
  }

  /** A taken item is as it is now, no try of it is under way, and others may take it. */
  synchronized void settled(OutboxItem item) {
    items.put(item.id(), item);
    release(item.id());
  }

  /** A taken item left the outbox. */
  synchronized void gone(String id) {
    items.remove(id);
    release(id);
  }

  /** A taken item stays as it was; nothing where it is not taken. */
  synchronized void release(String id) {
    sending.remove(id);
    if (taken.remove(id)) {
      notifyAll();
    }
  }

  /** A try of a taken item begins. */
  synchronized void sending(String id) {
    sending.add(id);
  }

  /** A taken item's text is in a row of the journal now. */
  synchronized void recorded(OutboxItem item) {
    items.put(item.id(), item);
  }

  synchronized boolean isSending(String id) {
    return sending.contains(id);
  }

  synchronized @Nullable OutboxItem item(String id) {
    return items.get(id);
  }

  /** Everything, in order. */
  synchronized List<OutboxItem> all() {
    return items.values().stream().sorted(Comparator.comparingLong(OutboxItem::order)).toList();
  }

  /** What waits for a contact, in order. */
  synchronized List<OutboxItem> waitingFor(PeerName peer) {
    return items.values().stream()
        .filter(i -> i.status() == OutboxItem.Status.WAITING && i.peer().equals(peer))
        .sorted(Comparator.comparingLong(OutboxItem::order))
        .toList();
  }

  /** The contacts for whom something waits that is due by then. */
  synchronized Set<PeerName> due(Instant by) {
    Map<PeerName, OutboxItem> heads = new HashMap<>();
    for (OutboxItem item : items.values()) {
      if (item.status() == OutboxItem.Status.WAITING && item.keepTrying()) {
        heads.merge(item.peer(), item, (a, b) -> a.order() < b.order() ? a : b);
      }
    }
    Set<PeerName> due = new HashSet<>();
    heads.forEach(
        (peer, head) -> {
          if (isDue(head, by)) {
            due.add(peer);
          }
        });
    return due;
  }

  /** A time further off than any pause was told by a clock that was wrong then. */
  private static boolean isDue(OutboxItem head, Instant by) {
    Instant next = head.next();
    return next == null || !next.isAfter(by) || next.isAfter(by.plus(RetryPauses.MOST));
  }

  /** Whether what waits for a contact does so only because it was not to be reached. */
  synchronized boolean waitsForPresence(PeerName peer) {
    List<OutboxItem> waiting = waitingFor(peer);
    if (waiting.isEmpty()) {
      return false;
    }
    Failure last = waiting.get(0).failure();
    return last == null || last.kind().absence();
  }

  /** How many wait, in all. */
  synchronized int waiting() {
    return (int)
        items.values().stream().filter(i -> i.status() == OutboxItem.Status.WAITING).count();
  }

  /** The change that keeps the item as it is now. */
  StateChange put(OutboxItem item, String text) {
    byte[] plain = JsonWriter.canonicalBytes(item.json(text));
    try {
      return state.put(StateKind.OUTBOX, stateId(item.id()), plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** The change that takes it out: it was delivered. */
  StateChange delete(String id) {
    return state.delete(StateKind.OUTBOX, stateId(id));
  }

  /**
   * The text of a message, from the disk; null where there is no row of it, which is so only once
   * it was delivered.
   */
  @Nullable String text(String id) throws StorageException {
    try {
      byte[] plain = state.get(StateKind.OUTBOX, stateId(id));
      if (plain == null) {
        return null;
      }
      try {
        return JsonReader.object(plain, JsonProfile.STRICT).string("text");
      } finally {
        Arrays.fill(plain, (byte) 0);
      }
    } catch (IOException | SealException | JsonException e) {
      throw new StorageException(e);
    }
  }

  /** Commits a taken item's new condition, then lets it be seen. */
  void update(OutboxItem item, String text) throws StorageException {
    ledger.commit(List.of(), List.of(put(item, text)), Durability.SYNC);
    settled(item);
  }

  private static StateId stateId(String id) {
    return Objects.requireNonNull(StateId.ofMessage(id));
  }
}
