package org.parley.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in the making: seals the entries of several batches on top of the journal as it
 * is, without changing it. Writer thread only.
 */
final class Draft {
  /** Fewer rows than this are not worth another thread. */
  private static final int WORTH_IT = 32;

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

  Draft(
      JournalParts parts,
      EntrySealer sealer,
      JournalSnapshot snapshot,
      MerkleTree tree,
      StateDigest state) {
    this.parts = parts;
    this.sealer = sealer;
    this.tags = new SeenTags(parts.keys());
    this.snapshot = snapshot;
    this.removal = new Removal(parts, new RowCheck(parts.keys()), sealer, tags, snapshot);
    this.tree = tree.copy();
    this.state = state;
  }

  /** Adds a batch whole, or throws and adds nothing. */
  Receipt add(Batch batch) throws JournalException {
    Map<String, SeenRow> fresh = new LinkedHashMap<>();
    Map<Long, SealedRow> gone = new TreeMap<>();
    List<Entry> added = new ArrayList<>(batch.entries());
    for (long of : batch.removals()) {
      if (emptied.containsKey(of) || gone.containsKey(of)) {
        throw new RemovalRefusedException(of, RemovalRefusedException.Reason.REMOVED);
      }
      Removal.Step step = removal.of(of);
      gone.put(of, step.emptied());
      added.add(step.noted());
    }
    long seq = tree.size();
    for (Entry entry : added) {
      SeenRow row = tags.rowOf(seq++, entry);
      if (row != null && entry.isMessage()) {
        refuseSeen(row, fresh);
        fresh.put(name(row), row);
      }
    }
    List<SealedRow> sealed = seal(added);
    Receipt receipt = new Receipt(tree.size(), sealed.size());
    for (SealedRow row : sealed) {
      entries.put(row.seq(), added.get((int) (row.seq() - receipt.first())));
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

  // By all processors where there are enough of them: a row knows nothing of those before it.
  private List<SealedRow> seal(List<Entry> added) throws EntryTooLongException {
    long first = tree.size();
    IntStream places = IntStream.range(0, added.size());
    List<SealedRow> sealed =
        (added.size() < WORTH_IT ? places : places.parallel())
            .mapToObj(i -> sealed(first + i, added.get(i)))
            .filter(Objects::nonNull)
            .toList();
    if (sealed.size() < added.size()) {
      throw new EntryTooLongException();
    }
    return sealed;
  }

  // Null where it is too long.
  private @Nullable SealedRow sealed(long seq, Entry entry) {
    byte[] record = entry.record();
    return record.length > EntrySealer.MAX_RECORD ? null : sealer.seal(seq, record);
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
