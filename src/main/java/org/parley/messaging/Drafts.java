package org.parley.messaging;

import java.io.IOException;
import java.util.List;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.settings.Documents;
import org.parley.settings.SealedState;
import org.parley.vault.SealException;

/** What was typed and not sent, a conversation each. Not on the event thread: it is on the disk. */
public final class Drafts {
  private final Documents documents;
  private final Ledger ledger;

  /** Drafts in the sealed state. */
  public Drafts(SealedState state, Journal journal) {
    documents = Documents.drafts(state);
    ledger = new Ledger(journal);
  }

  /** The draft; empty where there is none, or none that can be read. */
  public String draft(String peer) throws StorageException {
    try {
      JsonObject value = documents.get(peer);
      return value == null ? "" : value.string("text");
    } catch (SealException | JsonException e) {
      return "";
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }

  /** Keeps the draft; an empty one forgets it. */
  public void save(String peer, String text) throws StorageException {
    if (text.equals(draft(peer))) {
      return;
    }
    ledger.commit(
        List.of(),
        List.of(
            text.isEmpty()
                ? documents.delete(peer)
                : documents.put(peer, JsonObject.empty().with("text", text))),
        Durability.ASYNC);
  }
}
