package org.parley.journal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;

/**
 * The digest over STATE: SHA-256 over the last 32 bytes, the seal's tag, of every row's sealed, in
 * key order. Those bytes are held here, so that a change does not read the table. Not thread-safe.
 */
public final class StateDigest {
  /** How many bytes at the end of a row's sealed count: its tag, which covers the rest. */
  public static final int TAIL = 32;

  @SuppressWarnings("ArrayRecordComponent") // compared by content, below
  private record Key(int kind, byte[] id) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.kind == kind && Arrays.equals(key.id, id);
    }

    @Override
    public int hashCode() {
      return 31 * kind + Arrays.hashCode(id);
    }
  }

  private final TreeMap<Key, byte[]> tails;

  /** Of an empty table. */
  public StateDigest() {
    // The database's own order: BINARY compares as unsigned bytes.
    tails =
        new TreeMap<>(
            Comparator.comparingInt(Key::kind).thenComparing(Key::id, Arrays::compareUnsigned));
  }

  private StateDigest(StateDigest other) {
    tails = new TreeMap<>(other.tails);
  }

  StateDigest copy() {
    return new StateDigest(this);
  }

  /** Puts a row, or takes it away where {@code sealed} is null. */
  public void put(int kind, byte[] id, byte @Nullable [] sealed) {
    Key key = new Key(kind, id.clone());
    if (sealed == null) {
      tails.remove(key);
    } else {
      tails.put(key, Arrays.copyOfRange(sealed, Math.max(0, sealed.length - TAIL), sealed.length));
    }
  }

  /** The 32 bytes that the head covers. */
  public byte[] digest() {
    byte[][] parts = new byte[tails.size()][];
    int i = 0;
    for (Map.Entry<Key, byte[]> tail : tails.entrySet()) {
      parts[i++] = tail.getValue();
    }
    return Sha256.of(parts);
  }

  /** The digest of the table as the snapshot has it, read page by page; each row is shown. */
  static StateDigest read(JournalSnapshot snapshot, Consumer<StoredState> each)
      throws JournalException {
    StateDigest digest = new StateDigest();
    StoredState last = null;
    while (true) {
      var page = snapshot.states(last);
      if (page.isEmpty()) {
        return digest;
      }
      for (StoredState row : page) {
        digest.put(row.kind(), row.id(), row.sealed());
        each.accept(row);
        last = row;
      }
    }
  }
}
