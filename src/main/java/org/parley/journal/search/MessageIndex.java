package org.parley.journal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.EntryListener;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.Page;
import org.parley.journal.Progress;
import org.parley.journal.StoredEntry;

/**
 * Which rows are messages: by peer, by time, by id, with what became of each. In memory, some 55
 * bytes a message; texts stay in the journal.
 *
 * <p>{@link #build} reads the journal once, oldest first, in a thread of the caller's; until it has
 * caught up {@link #complete} is false, and answers lack what it has not read, which are the
 * newest. From then on each commit is in it before the commit's receipt is given out.
 *
 * <p>Any thread may ask at any time; an answer takes microseconds and is a copy.
 */
public final class MessageIndex implements EntryListener, AutoCloseable {
  private final Journal journal;
  private final Object lock = new Object();
  private final MessageTable table = new MessageTable();
  private final RowReader reader = new RowReader(table);
  private long next;
  private boolean complete;

  /** An empty index, which hears of commits from now on. */
  public MessageIndex(Journal journal) {
    this.journal = journal;
    journal.addListener(this);
  }

  /**
   * Reads what is there; to be called once at a time.
   *
   * @return whether it came to the end; false where it was cancelled, and can be called again
   */
  public boolean build(Progress progress) throws JournalException {
    while (!catchUp()) {
      if (progress.cancelled()) {
        return false;
      }
      progress.at(next, journal.size());
      Page page = journal.read(next, JournalSnapshot.PAGE);
      synchronized (lock) {
        page.rows().forEach(this::take);
        next = page.next();
      }
    }
    progress.at(next, next);
    return true;
  }

  // A commit that comes now is either in the size already, or is told after this.
  private boolean catchUp() {
    synchronized (lock) {
      complete = complete || next >= journal.size();
      return complete;
    }
  }

  private void take(StoredEntry row) {
    Entry entry = row.entry();
    if (entry != null) {
      reader.read(row.seq(), entry);
    } else if (row.condition() == StoredEntry.Condition.REMOVED) {
      reader.removed(row.seq());
    }
  }

  @Override
  public void committed(long seq, Entry entry) {
    synchronized (lock) {
      // Before that, the reading comes to this row by itself.
      if (complete && seq >= next) {
        reader.read(seq, entry);
        next = seq + 1;
      }
    }
  }

  /** Whether it holds every message that is committed. */
  public boolean complete() {
    synchronized (lock) {
      return complete;
    }
  }

  /**
   * Messages with that peer, newest first.
   *
   * @param before only those with a seq below; {@link Long#MAX_VALUE} for the newest
   */
  public List<MessageRef> ofPeer(String peer, long before, int limit) {
    synchronized (lock) {
      List<MessageRef> found = new ArrayList<>();
      IntList slots = table.slots(peer);
      if (slots != null) {
        int at = slots.countBelow(table.countBelow(before)) - 1;
        for (; at >= 0 && found.size() < limit; at--) {
          found.add(table.ref(slots.get(at)));
        }
      }
      return found;
    }
  }

  /** Messages of all peers, newest first, with seqs below {@code before}. */
  public List<MessageRef> newestFirst(long before, int limit) {
    synchronized (lock) {
      List<MessageRef> found = new ArrayList<>();
      for (int slot = table.countBelow(before) - 1; slot >= 0 && found.size() < limit; slot--) {
        if (!table.isPlaceholder(slot)) {
          found.add(table.ref(slot));
        }
      }
      return found;
    }
  }

  /** Messages of all peers, oldest first, with seqs from {@code from} on. */
  public List<MessageRef> oldestFirst(long from, int limit) {
    synchronized (lock) {
      List<MessageRef> found = new ArrayList<>();
      for (int slot = table.countBelow(from); slot < table.size() && found.size() < limit; slot++) {
        if (!table.isPlaceholder(slot)) {
          found.add(table.ref(slot));
        }
      }
      return found;
    }
  }

  /** All peers with messages, by the newest of each, newest first. */
  public List<ConversationRef> conversations() {
    synchronized (lock) {
      List<ConversationRef> found = new ArrayList<>();
      for (String peer : table.peers()) {
        IntList slots = table.slots(peer);
        if (slots != null && slots.size() > 0) {
          MessageRef last = table.ref(slots.get(slots.size() - 1));
          found.add(new ConversationRef(peer, last, slots.size(), table.received(peer)));
        }
      }
      found.sort(Comparator.comparingLong((ConversationRef c) -> c.last().seq()).reversed());
      return found;
    }
  }

  /** The message in that row; null where the row is none. */
  public @Nullable MessageRef message(long seq) {
    synchronized (lock) {
      return ref(table.at(seq));
    }
  }

  /** The message that was sent to that peer under that id. */
  public @Nullable MessageRef sent(String peer, String id) {
    synchronized (lock) {
      return ref(table.find(Direction.SENT, peer, id));
    }
  }

  /** The message that was received from that peer under that id. */
  public @Nullable MessageRef received(String peer, String id) {
    synchronized (lock) {
      return ref(table.find(Direction.RECEIVED, peer, id));
    }
  }

  private @Nullable MessageRef ref(int slot) {
    return slot == MessageTable.NONE || table.isPlaceholder(slot) ? null : table.ref(slot);
  }

  /** How many messages of that peer were received after that row. */
  public int receivedAfter(String peer, long seq) {
    synchronized (lock) {
      IntList slots = table.slots(peer);
      int count = 0;
      if (slots != null) {
        for (int at = slots.size() - 1; at >= 0 && table.seq(slots.get(at)) > seq; at--) {
          count += table.isSent(slots.get(at)) ? 0 : 1;
        }
      }
      return count;
    }
  }

  /** Hears of no more commits. */
  @Override
  public void close() {
    journal.removeListener(this);
  }
}
