package org.parley.messaging;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.settings.Documents;
import org.parley.settings.SealedState;

/** Up to which row each conversation was read. Safe for use by several threads. */
public final class ReadMarks {
  private final Documents documents;
  private final Ledger ledger;
  private final Map<String, Long> marks = new ConcurrentHashMap<>();

  /** Reads the marks; what cannot be read counts as unread. */
  public ReadMarks(SealedState state, Journal journal) throws IOException {
    documents = Documents.readMarks(state);
    ledger = new Ledger(journal);
    documents.all().values().forEach(this::load);
  }

  private void load(String peer, JsonObject value) {
    try {
      marks.put(peer, value.integer("seq", 0, JsonObject.MAX_INTEGER));
    } catch (JsonException e) {
      marks.put(peer, -1L);
    }
  }

  long seq(String peer) {
    return marks.getOrDefault(peer, -1L);
  }

  void set(String peer, long seq) throws StorageException {
    if (seq > seq(peer)) {
      ledger.commit(
          List.of(),
          List.of(documents.put(peer, JsonObject.empty().with("seq", seq))),
          Durability.ASYNC);
      marks.put(peer, seq);
    }
  }
}
