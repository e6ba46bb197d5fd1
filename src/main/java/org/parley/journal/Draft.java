package org.parley.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in the making: seals the entries of several batches on top of the journal as it
 * is, without changing it. Writer thread only.
 */
final class Draft {
  private final JournalParts parts;
  private final EntrySealer sealer;
  private final SeenTags tags;
  private final JournalSnapshot snapshot;
  private final Removal removal;
  private final MerkleTree tree;
  private StateDigest state;
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final List<SealedRow> rows = new ArrayList<>();
  private final Map<Long, SealedRow> emptied = new TreeMap<>();
  private final Map<String, SeenRow> seen = new LinkedHashMap<>();
  private final List<StateChange> states = new ArrayList<>();

  Draft(JournalParts parts, JournalSnapshot snapshot, MerkleTree tree, StateDigest state) {
    this.parts = parts;
    this.sealer = new EntrySealer(parts.keys(), parts.random());
    this.tags = new SeenTags(parts.keys());
    this.snapshot = snapshot;
    this.removal = new Removal(parts, new RowCheck(parts.keys()), sealer, tags, snapshot);
    this.tree = tree.copy();
    this.state = state;
  }

  /** Adds a batch whole, or throws and adds nothing. */
  Receipt add(Batch batch) throws JournalException {
    List<byte[]> records = new ArrayList<>();
    Map<String, SeenRow> fresh = new LinkedHashMap<>();
    Map<Long, SealedRow> gone = new TreeMap<>();
    List<Entry> added = new ArrayList<>(batch.entries());
    for (long seq : batch.removals()) {
      if (emptied.containsKey(seq) || gone.containsKey(seq)) {
        throw new RemovalRefusedException(seq, RemovalRefusedException.Reason.REMOVED);
      }
      Removal.Step step = removal.of(seq);
      gone.put(seq, step.emptied());
      added.add(step.noted());
    }
    for (Entry entry : added) {
      byte[] record = entry.record();
      if (record.length > EntrySealer.MAX_RECORD) {
        throw new EntryTooLongException();
      }
      SeenRow row = tags.rowOf(tree.size() + records.size(), entry);
      if (row != null && entry.isMessage()) {
        refuseSeen(row, fresh);
        fresh.put(name(row), row);
      }
      records.add(record);
    }
    Receipt receipt = new Receipt(tree.size(), records.size());
    for (int i = 0; i < records.size(); i++) {
      SealedRow row = sealer.seal(tree.size(), records.get(i));
      entries.put(tree.size(), added.get(i));
      rows.add(row);
      tree.append(row.leaf());
    }
    seen.putAll(fresh);
    emptied.putAll(gone);
    if (!batch.states().isEmpty() && states.isEmpty()) {
      state = state.copy();
    }
    for (StateChange change : batch.states()) {
      state.put(change.kind(), change.id(), change.sealed());
      states.add(change);
    }
    return receipt;
  }

  // Two connections may bring one message at once, and both be told that it is new: only here, in
  // the one thread that writes, is it decided which of them stores it.
  private void refuseSeen(SeenRow row, Map<String, SeenRow> fresh) throws JournalException {
    SeenRow there = fresh.getOrDefault(name(row), seen.get(name(row)));
    there = there == null ? snapshot.seen(row.idTag()) : there;
    if (there != null) {
      throw new AlreadySeenException(compare(there, row.textTag()));
    }
  }

  static Seen compare(@Nullable SeenRow stored, byte[] textTag) {
    if (stored == null) {
      return Seen.NEW;
    }
    return Arrays.equals(stored.textTag(), textTag) ? Seen.SAME : Seen.OTHER;
  }

  private static String name(SeenRow row) {
    return HexFormat.of().formatHex(row.idTag());
  }

  /** Whether there is nothing to write. */
  boolean isEmpty() {
    return rows.isEmpty() && states.isEmpty();
  }

  /** All of it, with the head that covers it. */
  Change change() {
    HeadRow head = HeadSeal.seal(parts.keys(), tree, state.digest());
    return new Change(
        List.copyOf(rows),
        List.copyOf(emptied.values()),
        List.copyOf(seen.values()),
        List.copyOf(states),
        head);
  }

  MerkleTree tree() {
    return tree;
  }

  StateDigest state() {
    return state;
  }

  /** What listeners hear, by seq. */
  Map<Long, Entry> entries() {
    return entries;
  }
}
