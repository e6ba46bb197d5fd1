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
  private final Set<String> sending = new HashSet<>();
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
  synchronized int load() throws IOException, StorageException {
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
      ledger.commit(List.of(), interrupted, Durability.ASYNC);
    }
    return damaged;
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
              ++lastOrder,
              keepTrying,
              OutboxItem.Status.WAITING,
              0,
              false,
              null,
              null);
    }
    ledger.commit(List.of(), List.of(put(item, text)), Durability.SYNC);
    set(item);
    return item;
  }

  synchronized void set(OutboxItem item) {
    items.put(item.id(), item);
  }

  synchronized void gone(String id) {
    items.remove(id);
    sending.remove(id);
  }

  synchronized void sending(String id, boolean now) {
    if (now) {
      sending.add(id);
    } else {
      sending.remove(id);
    }
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
          if (head.next() == null || !head.next().isAfter(by)) {
            due.add(peer);
          }
        });
    return due;
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

  /** The text of a message that is in the outbox. */
  String text(String id) throws StorageException {
    try {
      byte[] plain = state.get(StateKind.OUTBOX, stateId(id));
      if (plain == null) {
        throw new StorageException(new IOException("the outbox has no such message"));
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

  /** Commits the item's new condition, then lets it be seen. */
  void update(OutboxItem item) throws StorageException {
    ledger.commit(List.of(), List.of(put(item, text(item.id()))), Durability.SYNC);
    set(item);
  }

  private static StateId stateId(String id) {
    return Objects.requireNonNull(StateId.ofMessage(id));
  }
}
