package org.parley.journal.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;

/** Writes the rows of one export. */
interface RowWriter {
  /** Writes them; null where it was cancelled. */
  @Nullable Tally write(Progress progress) throws JournalException, IOException;
}
