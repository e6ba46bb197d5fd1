package org.parley.app.cli;

import java.util.Locale;
import java.util.function.Consumer;
import org.parley.app.console.VisibleText;
import org.parley.journal.Entry;
import org.parley.json.JsonObject;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.name.PeerName;

/** Prints messages of the history as they come. */
final class MessagePrinter implements Consumer<Message> {
  private final Surroundings here;
  private final PeerName self;
  private final boolean json;
  private long printed;

  MessagePrinter(Surroundings here, PeerName self, boolean json) {
    this.here = here;
    this.self = self;
    this.json = json;
  }

  long printed() {
    return printed;
  }

  @Override
  public void accept(Message message) {
    if (here.stop().isGiven() || here.terminal().outputGone()) {
      throw new OutputGone();
    }
    printed++;
    if (json) {
      here.terminal().json(object(message));
    } else {
      here.terminal().line(line(message));
    }
  }

  static JsonObject object(Message message) {
    return JsonObject.empty()
        .with("seq", message.seq())
        .with("time", Lines.rfc3339(message.time()))
        .with("direction", message.outgoing() ? "sent" : "received")
        .with("peer", message.peer())
        .with("msg_type", Entry.TEXT)
        .with("text", message.fate() == Fate.REMOVED ? null : message.text())
        .with("id", message.id())
        .with("outcome", message.fate().name().toLowerCase(Locale.ROOT));
  }

  private String line(Message message) {
    String peer = VisibleText.line(message.peer());
    String who = message.outgoing() ? self + " > " + peer : peer + " > " + self;
    String text =
        message.fate() == Fate.REMOVED
            ? here.say("history.removed")
            : VisibleText.line(message.text());
    return Lines.local(message.time()) + "  " + who + state(message) + ": " + text;
  }

  /** What is not said of a message is that it arrived. */
  private String state(Message message) {
    boolean settled = message.fate() == Fate.RECEIVED || message.fate() == Fate.DELIVERED;
    return settled || message.fate() == Fate.REMOVED
        ? ""
        : " [" + here.say("fate." + message.fate()) + "]";
  }
}
