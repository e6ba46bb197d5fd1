package org.parley.messaging;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.parley.journal.Durability;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.name.PeerName;
import org.parley.settings.Documents;
import org.parley.settings.SealedState;
import org.parley.settings.StateId;

/** The owner's notes about conversations, in the sealed state. Safe for use by several threads. */
final class PeerNotes {
  private static final String PREFIX = "contact/";
  private static final PeerNote UNREADABLE = PeerNote.NONE.withBlocked(true);

  private final Documents documents;
  private final Ledger ledger;
  private final MessagingListener news;
  private final Map<String, PeerNote> notes = new ConcurrentHashMap<>();
  private final Set<StateId> unreadable = ConcurrentHashMap.newKeySet();

  /**
   * Reads them. One that cannot be read stays where it is, and blocks whoever it is about until the
   * owner changes it: it may have been a block.
   */
  PeerNotes(SealedState state, Ledger ledger, MessagingListener news) throws IOException {
    this.documents = Documents.others(state);
    this.ledger = ledger;
    this.news = news;
    Documents.All all = documents.all();
    unreadable.addAll(all.damaged()); // settings, too: only their ids are known
    for (Map.Entry<String, JsonObject> row : all.values().entrySet()) {
      if (row.getKey().startsWith(PREFIX)) {
        load(row.getKey().substring(PREFIX.length()), row.getValue());
      }
    }
  }

  private void load(String peer, JsonObject value) {
    try {
      notes.put(peer, PeerNote.of(value));
    } catch (JsonException e) {
      notes.put(peer, UNREADABLE);
    }
  }

  /** How many rows, of these notes or of settings, cannot be read. */
  int unreadable() {
    return unreadable.size();
  }

  /** What is kept about a conversation; returns at once. */
  PeerNote of(String peer) {
    PeerNote note = notes.get(peer);
    if (note != null) {
      return note;
    }
    boolean lost = !unreadable.isEmpty() && unreadable.contains(StateId.named(PREFIX + peer));
    return lost ? UNREADABLE : PeerNote.NONE;
  }

  boolean isBlocked(PeerName name) {
    return of(name.toString()).blocked();
  }

  /** Changes it, one caller at a time; on the disk when this returns. */
  void change(String peer, UnaryOperator<PeerNote> change) throws StorageException {
    synchronized (this) {
      PeerNote before = of(peer);
      PeerNote now = change.apply(before);
      if (now.equals(before)) {
        return;
      }
      boolean nothing = now.equals(PeerNote.NONE);
      String name = PREFIX + peer;
      ledger.commit(
          List.of(),
          List.of(nothing ? documents.delete(name) : documents.put(name, now.json())),
          Durability.SYNC);
      if (nothing) {
        notes.remove(peer);
      } else {
        notes.put(peer, now);
      }
      unreadable.remove(StateId.named(name)); // that row is replaced, or gone
    }
    news.noteChanged(peer);
  }
}
