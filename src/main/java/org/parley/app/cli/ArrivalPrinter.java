package org.parley.app.cli;

import java.util.function.Consumer;
import org.parley.app.console.VisibleText;
import org.parley.journal.Entry;
import org.parley.json.JsonObject;

/** Prints received messages, each once. */
final class ArrivalPrinter implements Consumer<Entry> {
  private static final String INDENT = "    ";

  private final Surroundings here;
  private final boolean json;
  private long printed;

  ArrivalPrinter(Surroundings here, boolean json) {
    this.here = here;
    this.json = json;
  }

  long printed() {
    return printed;
  }

  @Override
  public void accept(Entry message) {
    printed++;
    if (json) {
      here.terminal().json(object(message));
    } else {
      here.terminal().line(block(message));
    }
  }

  static JsonObject object(Entry message) {
    return JsonObject.empty()
        .with("from", message.peer())
        .with("text", message.text())
        .with("id", message.id())
        .with("time", Lines.rfc3339(message.time()));
  }

  static String block(Entry message) {
    return Lines.local(message.time())
        + "  "
        + VisibleText.line(String.valueOf(message.peer()))
        + ": "
        + VisibleText.block(String.valueOf(message.text()), INDENT);
  }
}
