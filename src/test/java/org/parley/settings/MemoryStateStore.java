package org.parley.settings;

import java.util.List;
import java.util.TreeMap;

/** Rows in memory, for tests. */
public final class MemoryStateStore implements StateStore {
  private final TreeMap<String, StateRow> rows = new TreeMap<>();

  /** What a committed batch does. */
  public void apply(StateChange... changes) {
    for (StateChange change : changes) {
      String key = change.kind().number() + "/" + change.id();
      if (change.sealed() == null) {
        rows.remove(key);
      } else {
        rows.put(key, new StateRow(change.kind(), change.id(), change.sealed()));
      }
    }
  }

  @Override
  public List<StateRow> list(StateKind kind) {
    return rows.values().stream().filter(r -> r.kind() == kind).toList();
  }

  @Override
  public StateRow get(StateKind kind, StateId id) {
    return rows.get(kind.number() + "/" + id);
  }
}
