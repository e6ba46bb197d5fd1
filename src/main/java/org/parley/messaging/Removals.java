package org.parley.messaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Progress;
import org.parley.journal.RemovalRefusedException;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.search.MessageRef;
import org.parley.json.JsonObject;
import org.parley.messaging.RemovalException.Kind;
import org.parley.settings.Documents;
import org.parley.settings.StateChange;
import org.parley.vault.SealException;

/**
 * Takes messages' content out of the history. That a message was there, with whom and when, stays,
 * and so does what the other side has.
 *
 * <p>A removed text cannot be read any more once this returns. Its bytes are in the database's file
 * until that is written anew, which a removal asks for and {@link #compact} does: the wish lies
 * beside the removal, in one transaction, so that a crash does not lose it.
 *
 * <p>Any thread but the event thread. To be used once the index is complete.
 */
public final class Removals {
  private static final int CHUNK = 256;
  private static final String WISH = "compaction";

  private final MessengerParts parts;
  private final MessageIndex index;
  private final Documents documents;

  /**
   * Over the same parts as the messenger.
   *
   * @param documents of all kinds
   */
  public Removals(MessengerParts parts, MessageIndex index, Documents documents) {
    this.parts = parts;
    this.index = index;
    this.documents = documents;
  }

  /**
   * Removes all of them or none; on the disk when this returns.
   *
   * @param seqs rows of messages; twice the same counts once
   */
  public void remove(List<Long> seqs) throws RemovalException, StorageException {
    List<Long> rows = List.copyOf(new TreeSet<>(seqs));
    Map<Long, OutboxItem> taken = new HashMap<>();
    try {
      List<MessageRef> refs = new ArrayList<>();
      List<StateChange> changes = new ArrayList<>();
      for (long seq : rows) {
        MessageRef ref = index.message(seq);
        if (ref != null) {
          refs.add(ref);
          take(ref, taken);
        }
      }
      taken.values().forEach(item -> changes.add(parts.outbox().delete(item.id())));
      changes.add(wish());
      parts.ledger().remove(rows, changes, Durability.SYNC);
      taken.values().forEach(item -> parts.outbox().gone(item.id()));
      refs.forEach(ref -> parts.events().messageChanged(Messages.removed(ref)));
    } catch (StorageException e) {
      if (e.getCause() instanceof RemovalRefusedException refused) {
        throw new RemovalException(Kind.valueOf(refused.reason().name()), refused.seq());
      }
      throw e;
    } finally {
      taken.values().forEach(item -> parts.outbox().release(item.id()));
    }
  }

  // A message that failed or was withdrawn has its text in the outbox, too. One that may still
  // leave is not removed: what would arrive there would not stand here.
  private void take(MessageRef ref, Map<Long, OutboxItem> taken) throws RemovalException {
    String id = ref.direction() == Direction.SENT ? ref.id() : null;
    if (id == null || parts.outbox().item(id) == null) {
      return;
    }
    OutboxItem item = parts.outbox().take(id);
    if (item == null) {
      throw new RemovalException(Kind.WAITING, ref.seq());
    }
    taken.put(ref.seq(), item);
    if (item.status() == OutboxItem.Status.WAITING) {
      throw new RemovalException(Kind.WAITING, ref.seq());
    }
  }

  private StateChange wish() {
    return documents.put(WISH, JsonObject.empty().with("asked", parts.clocks().now().wallMillis()));
  }

  /**
   * Takes a message out that failed or was withdrawn before it was ever sent: it has no row.
   *
   * @return false where there is no such message, or it is waiting or being sent
   */
  public boolean discard(String id) throws StorageException {
    OutboxItem item = parts.outbox().take(id);
    if (item == null) {
      return false;
    }
    try {
      if (item.recorded() || item.status() == OutboxItem.Status.WAITING) {
        return false;
      }
      parts.ledger().commit(List.of(), List.of(parts.outbox().delete(id), wish()), Durability.SYNC);
      parts.outbox().gone(id);
      parts.events().messageDiscarded(item.peer().toString(), id);
      return true;
    } finally {
      parts.outbox().release(id);
    }
  }

  /** Removes every message of a conversation that can be, some at a time, the newest first. */
  public Cleared clear(String peer, Progress progress) throws StorageException {
    for (OutboxItem item : parts.outbox().all()) {
      if (item.peer().toString().equals(peer)) {
        boolean unused = discard(item.id());
      }
    }
    int total = count(peer);
    Map<Kind, Integer> kept = new EnumMap<>(Kind.class);
    int removed = 0;
    int seen = 0;
    long before = Long.MAX_VALUE;
    while (true) {
      List<MessageRef> page = index.ofPeer(peer, before, CHUNK);
      if (page.isEmpty()) {
        return cleared(peer, removed, kept, true);
      }
      if (progress.cancelled()) {
        return cleared(peer, removed, kept, false);
      }
      progress.at(seen, total);
      removed += removeSome(page, kept);
      seen += page.size();
      before = page.get(page.size() - 1).seq();
    }
  }

  private int count(String peer) {
    return index.conversations().stream()
        .filter(c -> c.peer().equals(peer))
        .mapToInt(c -> c.messages())
        .sum();
  }

  private Cleared cleared(String peer, int removed, Map<Kind, Integer> kept, boolean whole) {
    long unsent =
        parts.outbox().all().stream()
            .filter(i -> i.peer().toString().equals(peer) && !i.recorded())
            .count();
    int waiting = kept.getOrDefault(Kind.WAITING, 0) + (int) unsent;
    return new Cleared(removed, waiting, kept.getOrDefault(Kind.DAMAGED, 0), whole);
  }

  private int removeSome(List<MessageRef> page, Map<Kind, Integer> kept) throws StorageException {
    List<Long> seqs = new ArrayList<>();
    page.stream().filter(ref -> !ref.removed()).forEach(ref -> seqs.add(ref.seq()));
    while (!seqs.isEmpty()) {
      try {
        remove(seqs);
        return seqs.size();
      } catch (RemovalException e) {
        kept.merge(e.kind(), 1, Integer::sum);
        seqs.remove(e.seq());
      }
    }
    return 0;
  }

  /**
   * Has the database's file written anew where a removal asked for it and it was not done yet.
   * Nobody else may use the journal any more; takes seconds for a large one. Where it fails, the
   * next end asks again.
   */
  public void compact() throws StorageException {
    if (isWished()) {
      parts.ledger().await(parts.journal().compact());
      parts.ledger().commit(List.of(), List.of(documents.delete(WISH)), Durability.SYNC);
    }
  }

  private boolean isWished() throws StorageException {
    try {
      return documents.get(WISH) != null;
    } catch (SealException e) {
      return true; // a wish that was meddled with: written anew once too often does no harm
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }
}
