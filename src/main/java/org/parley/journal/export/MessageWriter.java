package org.parley.journal.export;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;

/** Writes the messages of a selection onto a sheet. */
final class MessageWriter implements RowWriter {
  private final RowSource rows;
  private final ExportPlan plan;
  private final MessageSheet sheet;
  private Tally tally = Tally.NOTHING;

  MessageWriter(RowSource rows, ExportPlan plan, MessageSheet sheet) {
    this.rows = rows;
    this.plan = plan;
    this.sheet = sheet;
  }

  @Override
  public @Nullable Tally write(Progress progress) throws JournalException, IOException {
    long[] seqs = plan.selection().withRows(new long[0]);
    sheet.begin();
    boolean done = rows.some(seqs, row -> row, row -> add(row, seqs), progress);
    if (!done) {
      return null;
    }
    sheet.end();
    return tally;
  }

  private void add(ReadRow row, long[] seqs) throws JournalException, IOException {
    if (row.broken() && plan.basis().verified()) {
      throw new ChangedSinceException();
    }
    ShownMessage message = shown(row, Arrays.binarySearch(seqs, row.seq()));
    sheet.add(message);
    tally = tally.and(message.text() == null);
  }

  private ShownMessage shown(ReadRow row, int index) {
    Entry entry = row.entry();
    if (entry != null) {
      return new ShownMessage(
          row.seq(),
          entry.time(),
          entry.direction() == Direction.SENT,
          entry.peer(),
          entry.id(),
          entry.text(),
          plan.selection().standing(index));
    }
    Selection.Removed known = plan.selection().removed(row.seq());
    return new ShownMessage(
        row.seq(),
        known == null ? null : known.time(),
        known == null ? null : known.outgoing(),
        known == null ? null : known.peer(),
        null,
        null,
        row.removed() ? Standing.REMOVED : null);
  }
}
