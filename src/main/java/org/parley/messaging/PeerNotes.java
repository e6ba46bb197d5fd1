package org.parley.messaging;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.parley.journal.Durability;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.name.PeerName;
import org.parley.settings.Documents;
import org.parley.settings.SealedState;

/** The owner's notes about conversations, in the sealed state. Safe for use by several threads. */
final class PeerNotes {
  private static final String PREFIX = "contact/";

  private final Documents documents;
  private final Ledger ledger;
  private final MessagingListener news;
  private final Map<String, PeerNote> notes = new ConcurrentHashMap<>();

  /** Reads them; one that cannot be read stays where it is, and a finding tells of it. */
  PeerNotes(SealedState state, Ledger ledger, MessagingListener news) throws IOException {
    this.documents = Documents.others(state);
    this.ledger = ledger;
    this.news = news;
    for (Map.Entry<String, JsonObject> row : documents.all().values().entrySet()) {
      if (row.getKey().startsWith(PREFIX)) {
        load(row.getKey().substring(PREFIX.length()), row.getValue());
      }
    }
  }

  private void load(String peer, JsonObject value) {
    try {
      notes.put(peer, PeerNote.of(value));
    } catch (JsonException e) {
      // Whoever was blocked must not be let in because the rest cannot be read.
      notes.put(peer, PeerNote.NONE.withBlocked(true));
    }
  }

  /** What is kept about a conversation; returns at once. */
  PeerNote of(String peer) {
    return notes.getOrDefault(peer, PeerNote.NONE);
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
    }
    news.noteChanged(peer);
  }
}
