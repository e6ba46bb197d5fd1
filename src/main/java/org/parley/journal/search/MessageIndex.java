package org.parley.journal.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.vault.Seal;

/**
 * Which rows are messages, by peer, by time, by id, with what became of each; and which of them
 * contain what, see {@link #search}. In memory, some 100 bytes a message of usual length; texts
 * stay in the journal.
 *
 * <p>{@link #build} loads what was saved and reads the rest of the journal once, oldest first, in a
 * thread of the caller's; until it has caught up {@link #complete} is false, and answers lack what
 * it has not read, which are the newest. From then on each commit is in it before the commit's
 * receipt is given out. It is saved now and then, and when it is closed.
 *
 * <p>Any thread may ask at any time; an answer takes microseconds and is a copy.
 */
public final class MessageIndex implements AutoCloseable {
  private final Journal journal;
  private final Object lock = new Object();
  private final IndexKeeper keeper;

  /** An empty index that is never saved, which hears of commits from now on. */
  public MessageIndex(Journal journal) {
    this(
        journal,
        lock -> new IndexKeeper(journal, lock, null, new TextCopies(journal, lock, null, null)));
  }

  /**
   * An empty index, which hears of commits from now on.
   *
   * @param seal of the purpose {@code search}, taken over
   * @param texts the file for copies of texts, which searches look at instead of rows; null for
   *     none
   */
  public MessageIndex(Journal journal, Seal seal, @Nullable Path texts) {
    this(
        journal,
        lock ->
            new IndexKeeper(
                journal,
                lock,
                new SavedIndex(journal, seal),
                new TextCopies(journal, lock, seal, texts)));
  }

  private MessageIndex(Journal journal, Function<Object, IndexKeeper> keeper) {
    this.journal = journal;
    this.keeper = keeper.apply(lock);
    journal.addListener(this.keeper);
  }

  /**
   * Loads and reads what is there; to be called once at a time.
   *
   * @return whether it came to the end; false where it was cancelled, and can be called again
   */
  public boolean build(Progress progress) throws JournalException {
    return keeper.build(progress);
  }

  /** Whether it holds every message that is committed. */
  public boolean complete() {
    return progress().complete();
  }

  /**
   * Whether each text has its copy that is to have one by now, so that searches read no rows for
   * them; also where there are to be none, or copying was given up. Waits for what is being copied.
   */
  public boolean copied() {
    return keeper.copied();
  }

  /** How far it is. */
  public IndexProgress progress() {
    return keeper.progress();
  }

  /** Begins a search over the messages that are in the index now. */
  public MessageSearch search(SearchQuery query) {
    return search(query, 0);
  }

  /** As {@link #search(SearchQuery)}, over the rows from that one on. */
  public MessageSearch search(SearchQuery query, long from) {
    synchronized (lock) {
      boolean complete = keeper.progress().complete();
      return new MessageSearch(
          new Candidates(query, from, keeper.contents(), lock),
          keeper.copies(),
          keeper.readTexts(),
          complete);
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
      IntList slots = keeper.table().slots(peer);
      if (slots != null) {
        int at = slots.countBelow(keeper.table().countBelow(before)) - 1;
        for (; at >= 0 && found.size() < limit; at--) {
          found.add(keeper.table().ref(slots.get(at)));
        }
      }
      return found;
    }
  }

  /** Messages with that peer, oldest first, with seqs from {@code from} on. */
  public List<MessageRef> ofPeerFrom(String peer, long from, int limit) {
    synchronized (lock) {
      List<MessageRef> found = new ArrayList<>();
      IntList slots = keeper.table().slots(peer);
      if (slots != null) {
        int at = slots.countBelow(keeper.table().countBelow(from));
        for (; at < slots.size() && found.size() < limit; at++) {
          found.add(keeper.table().ref(slots.get(at)));
        }
      }
      return found;
    }
  }

  /**
   * The first message that was received from that peer after that row and not removed; null where
   * there is none.
   */
  public @Nullable MessageRef firstReceivedAfter(String peer, long seq) {
    synchronized (lock) {
      IntList slots = keeper.table().slots(peer);
      if (slots != null) {
        int at = slots.countBelow(keeper.table().countBelow(seq + 1));
        for (; at < slots.size(); at++) {
          if (isToRead(slots.get(at))) {
            return keeper.table().ref(slots.get(at));
          }
        }
      }
      return null;
    }
  }

  /** Messages of all peers, newest first, with seqs below {@code before}. */
  public List<MessageRef> newestFirst(long before, int limit) {
    synchronized (lock) {
      List<MessageRef> found = new ArrayList<>();
      for (int slot = keeper.table().countBelow(before) - 1;
          slot >= 0 && found.size() < limit;
          slot--) {
        if (!keeper.table().isPlaceholder(slot)) {
          found.add(keeper.table().ref(slot));
        }
      }
      return found;
    }
  }

  /** Messages of all peers, oldest first, with seqs from {@code from} on. */
  public List<MessageRef> oldestFirst(long from, int limit) {
    synchronized (lock) {
      List<MessageRef> found = new ArrayList<>();
      for (int slot = keeper.table().countBelow(from);
          slot < keeper.table().size() && found.size() < limit;
          slot++) {
        if (!keeper.table().isPlaceholder(slot)) {
          found.add(keeper.table().ref(slot));
        }
      }
      return found;
    }
  }

  /** All peers with messages, by the newest of each, newest first. */
  public List<ConversationRef> conversations() {
    synchronized (lock) {
      List<ConversationRef> found = new ArrayList<>();
      for (String peer : keeper.table().peers()) {
        IntList slots = keeper.table().slots(peer);
        if (slots != null && slots.size() > 0) {
          MessageRef last = keeper.table().ref(slots.get(slots.size() - 1));
          found.add(new ConversationRef(peer, last, slots.size(), keeper.table().received(peer)));
        }
      }
      found.sort(Comparator.comparingLong((ConversationRef c) -> c.last().seq()).reversed());
      return found;
    }
  }

  /** The message in that row; null where the row is none. */
  public @Nullable MessageRef message(long seq) {
    synchronized (lock) {
      return ref(keeper.table().at(seq));
    }
  }

  /** The message that was sent to that peer under that id. */
  public @Nullable MessageRef sent(String peer, String id) {
    synchronized (lock) {
      return ref(keeper.table().find(Direction.SENT, peer, id));
    }
  }

  /** The message that was received from that peer under that id. */
  public @Nullable MessageRef received(String peer, String id) {
    synchronized (lock) {
      return ref(keeper.table().find(Direction.RECEIVED, peer, id));
    }
  }

  private @Nullable MessageRef ref(int slot) {
    return slot == MessageTable.NONE || keeper.table().isPlaceholder(slot)
        ? null
        : keeper.table().ref(slot);
  }

  private boolean isToRead(int slot) {
    return !keeper.table().isSent(slot) && !keeper.table().isRemoved(slot);
  }

  /** How many messages of that peer were received after that row and not removed. */
  public int receivedAfter(String peer, long seq) {
    synchronized (lock) {
      IntList slots = keeper.table().slots(peer);
      int count = 0;
      if (slots != null) {
        for (int at = slots.size() - 1; at >= 0 && keeper.table().seq(slots.get(at)) > seq; at--) {
          count += isToRead(slots.get(at)) ? 1 : 0;
        }
      }
      return count;
    }
  }

  /**
   * Hears of no more commits, saves, and lets go of all that it holds: it is incomplete and empty
   * then. The journal is still open, and is closed after this.
   */
  @Override
  public void close() {
    journal.removeListener(keeper);
    keeper.close();
  }
}
