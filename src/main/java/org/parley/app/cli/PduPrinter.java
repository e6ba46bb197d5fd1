package org.parley.app.cli;

import java.util.Objects;
import java.util.function.Consumer;
import org.parley.app.console.VisibleText;
import org.parley.journal.Entry;
import org.parley.journal.StoredEntry;
import org.parley.json.JsonObject;

/** Prints rows of the journal, one PDU a line. */
final class PduPrinter implements Consumer<StoredEntry> {
  private final Surroundings here;
  private final boolean json;
  private long printed;

  PduPrinter(Surroundings here, boolean json) {
    this.here = here;
    this.json = json;
  }

  long printed() {
    return printed;
  }

  @Override
  public void accept(StoredEntry row) {
    if (here.terminal().outputGone()) {
      throw new OutputGone();
    }
    printed++;
    Entry entry = Objects.requireNonNull(row.entry());
    if (json) {
      here.terminal().json(object(row.seq(), entry));
    } else {
      here.terminal().line(line(row.seq(), entry));
    }
  }

  static JsonObject object(long seq, Entry entry) {
    return JsonObject.empty()
        .with("seq", seq)
        .with("time", Lines.rfc3339(entry.time()))
        .with("direction", entry.direction().recordName())
        .with("peer", entry.peer())
        .with("msg_type", entry.msgType())
        .with("text", entry.text())
        .with("id", entry.id())
        .with("outcome", entry.outcome());
  }

  private static String line(long seq, Entry entry) {
    String peer = entry.peer() == null ? "-" : VisibleText.line(entry.peer());
    String line =
        seq
            + "  "
            + Lines.local(entry.time())
            + "  "
            + entry.direction().recordName()
            + "  "
            + peer
            + "  "
            + VisibleText.line(entry.msgType())
            + "  "
            + VisibleText.line(entry.outcome());
    return entry.text() == null ? line : line + "  " + VisibleText.line(entry.text());
  }
}
