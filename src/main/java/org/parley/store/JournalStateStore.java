package org.parley.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.StoredState;
import org.parley.settings.StateId;
import org.parley.settings.StateKind;
import org.parley.settings.StateRow;
import org.parley.settings.StateStore;

/** Reads the sealed state where the journal keeps it; it is written by the journal's batches. */
public final class JournalStateStore implements StateStore {
  private final Journal journal;

  /** Over that journal, which stays its owner's to close. */
  public JournalStateStore(Journal journal) {
    this.journal = journal;
  }

  @Override
  public List<StateRow> list(StateKind kind) throws IOException {
    List<StateRow> rows = new ArrayList<>();
    try {
      journal.forEachState(kind.number(), row -> rows.add(row(kind, row)));
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
    return rows;
  }

  @Override
  public @Nullable StateRow get(StateKind kind, StateId id) throws IOException {
    try {
      StoredState row = journal.state(kind.number(), id.bytes());
      return row == null ? null : row(kind, row);
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static StateRow row(StateKind kind, StoredState row) {
    return new StateRow(kind, StateId.of(row.id()), row.sealed());
  }
}
