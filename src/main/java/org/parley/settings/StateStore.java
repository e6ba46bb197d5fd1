package org.parley.settings;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the sealed state that are committed. Any thread may call it. */
public interface StateStore {
  /** All rows of the kind, in the order of their ids. */
  List<StateRow> list(StateKind kind) throws IOException;

  /** That row; null where there is none. */
  @Nullable StateRow get(StateKind kind, StateId id) throws IOException;
}
