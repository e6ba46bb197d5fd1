package org.parley.journal.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.LocalTypes;
import org.parley.journal.Outcomes;

/**
 * What each row, in the order of the journal, says about messages.
 *
 * <p>A message's fate is not in its row: it is the {@code ack} or {@code nack} that follows the
 * text in the session of one of its tries. A session that was not answered is forgotten after
 * {@link #MOST_SESSIONS} others: it lasted less than a minute.
 */
final class RowReader {
  private static final int MOST_SESSIONS = 4096;
  private static final String ACK = "ack";
  private static final String NACK = "nack";

  private final MessageTable table;
  private final TextIndex texts;
  private final Map<String, Integer> unanswered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST_SESSIONS;
        }
      };
  private final List<Integer> removed = new ArrayList<>();
  private Instant lastTime = Instant.EPOCH;

  RowReader(MessageTable table, TextIndex texts) {
    this.table = table;
    this.texts = texts;
  }

  /** Goes on from what was saved. */
  void restore(Instant time, Map<String, Integer> sessions) {
    lastTime = time;
    unanswered.putAll(sessions);
  }

  /** The time of the last row. */
  Instant lastTime() {
    return lastTime;
  }

  /** The slots of sent messages that are not answered yet, by session, oldest first. */
  Map<String, Integer> unanswered() {
    return unanswered;
  }

  /** An emptied row; the remove row that names it comes later. */
  void removed(long seq) {
    int unused = table.addPlaceholder(seq, lastTime);
    texts.addNothing();
  }

  /** A row as it was written. */
  void read(long seq, Entry entry) {
    lastTime = entry.time();
    switch (entry.direction()) {
      case SENT -> sent(seq, entry);
      case RECEIVED -> received(seq, entry);
      case LOCAL -> local(entry);
    }
  }

  private void sent(long seq, Entry entry) {
    String peer = entry.peer();
    String id = entry.id();
    if (!entry.msgType().equals(Entry.TEXT) || peer == null) {
      return;
    }
    int slot = MessageTable.NONE;
    if (entry.text() != null) {
      slot = table.add(seq, entry.time(), Direction.SENT, peer, id);
      texts.add(entry.text());
    } else if (id != null) {
      slot = table.find(Direction.SENT, peer, id);
    }
    if (slot != MessageTable.NONE && entry.session() != null) {
      unanswered.put(entry.session(), slot);
    }
  }

  private void received(long seq, Entry entry) {
    if (entry.text() != null && entry.peer() != null) {
      table.add(seq, entry.time(), Direction.RECEIVED, entry.peer(), entry.id());
      texts.add(entry.text());
    } else if (entry.outcome().equals(Outcomes.OK)) {
      answered(entry);
    }
  }

  private void answered(Entry entry) {
    boolean ack = entry.msgType().equals(ACK);
    if (entry.session() == null || !(ack || entry.msgType().equals(NACK))) {
      return;
    }
    Integer slot = unanswered.remove(entry.session());
    if (slot != null && ack) {
      table.setDelivered(slot);
    } else if (slot != null) {
      table.setRefused(slot, Refusal.in(entry.pdu()));
    }
  }

  private void local(Entry entry) {
    Long of = entry.of();
    if (entry.isLocal(LocalTypes.REMOVE) && of != null) {
      remove(of, entry.peer(), entry);
    }
  }

  private void remove(long of, @Nullable String peer, Entry entry) {
    int slot = table.at(of);
    if (slot == MessageTable.NONE || peer == null) {
      return;
    }
    if (table.isPlaceholder(slot)) {
      // Only of a received message does the remove row keep a text tag.
      Direction direction = entry.body() == null ? Direction.SENT : Direction.RECEIVED;
      table.fill(slot, direction, peer, entry.id());
    } else {
      texts.remove(slot);
    }
    table.setRemoved(slot);
    removed.add(slot);
  }

  /** Whether {@link #takeRemoved} has something to say. */
  boolean hasRemoved() {
    return !removed.isEmpty();
  }

  /** The slots whose text was removed, since this was asked. */
  List<Integer> takeRemoved() {
    List<Integer> slots = List.copyOf(removed);
    removed.clear();
    return slots;
  }
}
