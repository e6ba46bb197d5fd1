package org.parley.journal.export;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.parley.journal.Entry;
import org.parley.journal.JournalKeys;
import org.parley.journal.LocalTypes;
import org.parley.journal.RowCheck;
import org.parley.journal.SealedRow;

/**
 * Finds the rows that say of selected messages that the owner removed them. They come later in the
 * log than what they name, so rows before the first removed message are passed over.
 */
final class Removals implements RowSource.PageSink {
  private final RowCheck check;
  private final Selection selection;
  private final long first;
  private long[] found = {};

  Removals(JournalKeys keys, Selection selection) {
    this.check = new RowCheck(keys);
    this.selection = selection;
    this.first = selection.firstRemoved();
  }

  @Override
  public void take(List<SealedRow> page) {
    if (first < 0 || page.isEmpty() || page.get(page.size() - 1).seq() < first) {
      return;
    }
    long[] here =
        page.parallelStream()
            .map(check::check)
            .filter(row -> row.entry() != null && names(Objects.requireNonNull(row.entry())))
            .mapToLong(row -> row.row().seq())
            .toArray();
    int before = found.length;
    found = Arrays.copyOf(found, before + here.length);
    System.arraycopy(here, 0, found, before, here.length);
  }

  private boolean names(Entry entry) {
    return entry.isLocal(LocalTypes.REMOVE)
        && entry.of() != null
        && selection.hasRemoved(entry.of());
  }

  long[] seqs() {
    return found;
  }
}
