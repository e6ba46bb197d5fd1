package org.parley.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.parley.journal.HeadRow;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.SealedRow;
import org.parley.journal.SeenRow;
import org.parley.journal.SeenSink;
import org.parley.journal.StoredState;

/**
 * The tables of a database, read once, to be changed a bit at a time: thousands of times faster
 * than through SQL, and to who reads them the same.
 */
final class TablesInMemory implements JournalSnapshot {
  private static final Comparator<StoredState> BY_KEY =
      Comparator.comparingInt(StoredState::kind)
          .thenComparing(StoredState::id, Arrays::compareUnsigned);

  final List<SealedRow> entries = new ArrayList<>();
  final List<StoredState> states = new ArrayList<>();
  final List<SeenRow> seen = new ArrayList<>();
  HeadRow head;

  static TablesInMemory of(JournalSnapshot snapshot) throws JournalException {
    TablesInMemory tables = new TablesInMemory();
    tables.head = snapshot.head();
    tables.entries.addAll(snapshot.rows(0, PAGE));
    tables.states.addAll(snapshot.states(null));
    snapshot.eachSeen(tables.seen::add);
    return tables;
  }

  @Override
  public HeadRow head() {
    return head;
  }

  @Override
  public List<SealedRow> rows(long from, int limit) {
    return entries.stream()
        .filter(row -> row.seq() >= from)
        .sorted(Comparator.comparingLong(SealedRow::seq))
        .limit(limit)
        .toList();
  }

  @Override
  public List<SealedRow> rows(List<Long> seqs) {
    return seqs.stream().flatMap(s -> entries.stream().filter(r -> r.seq() == s)).toList();
  }

  @Override
  public SeenRow seen(byte[] idTag) {
    return seen.stream().filter(r -> Arrays.equals(r.idTag(), idTag)).findFirst().orElse(null);
  }

  @Override
  public void eachSeen(SeenSink each) throws JournalException {
    for (SeenRow row : seen) {
      each.take(row);
    }
  }

  @Override
  public List<StoredState> states(StoredState after) {
    return states.stream()
        .filter(row -> after == null || BY_KEY.compare(row, after) > 0)
        .sorted(BY_KEY)
        .limit(PAGE)
        .toList();
  }

  @Override
  public StoredState state(int kind, byte[] id) {
    StoredState key = new StoredState(kind, id, new byte[0]);
    return states.stream().filter(r -> BY_KEY.compare(r, key) == 0).findFirst().orElse(null);
  }

  @Override
  public byte[] searchBlock(long id) {
    return null;
  }

  @Override
  public List<Long> searchBlocks() {
    return List.of();
  }

  @Override
  public void close() {}
}
