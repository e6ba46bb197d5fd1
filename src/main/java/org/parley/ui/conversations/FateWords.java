package org.parley.ui.conversations;

import java.time.Instant;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.workplace.Reached;

/** A message's fate in words. */
final class FateWords {
  private static final int SPOKEN = 300;

  private final UiContext ui;
  private final Times times;

  FateWords(UiContext ui) {
    this.ui = ui;
    this.times = new Times(ui);
  }

  /** One or two words beside the time; empty for what was received. */
  String state(Message message) {
    Instant next = message.nextTry();
    if (message.fate() == Fate.WAITING && next != null) {
      return next.isAfter(ui.clock().instant())
          ? ui.word("ui.fate.WAITING.until", times.clock(next))
          : ui.word("ui.fate.WAITING");
    }
    return message.fate() == Fate.RECEIVED ? "" : ui.word("ui.fate." + message.fate());
  }

  /** The message as a screen reader says it. */
  String spoken(Message message) {
    return ui.word(
        message.outgoing() ? "ui.message.spoken.ours" : "ui.message.spoken.theirs",
        times.clock(message.time()),
        SafeText.line(message.text(), SPOKEN),
        state(message));
  }

  /** The icon of the state. */
  static String icon(Fate fate) {
    return switch (fate) {
      case RECEIVED, REMOVED -> "remove";
      case WAITING -> "waiting";
      case SENDING -> "sending";
      case DELIVERED -> "delivered";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }

  /** Why it was not delivered, and what is known beside; empty if nothing went wrong. */
  String reason(
      Message message, java.util.Optional<Entry> entry, java.util.Optional<Reached> reached) {
    Failure failure = message.failure();
    if (failure == null || message.fate() == Fate.DELIVERED || message.fate() == Fate.CANCELLED) {
      return "";
    }
    String sentence = sentence(failure);
    boolean unreachable =
        failure.kind() == FailureKind.NOBODY_THERE
            || failure.kind() == FailureKind.CONNECTION_REFUSED;
    if (!unreachable || reached.isEmpty() || !reached.get().inbound()) {
      return sentence;
    }
    return entry
        .flatMap(Entry::contact)
        .map(
            contact ->
                sentence
                    + " "
                    + ui.word(
                        "ui.fate.reachedUs",
                        SafeText.quoted(contact.name().toString()),
                        times.ago(reached.get().at()),
                        Integer.toString(contact.port())))
        .orElse(sentence);
  }

  /** The sentence of a failure, with what a stranger wrote made harmless. */
  String sentence(Failure failure) {
    return new Failure(
            failure.kind(), failure.arguments().stream().map(FateWords::harmless).toList())
        .sentence(ui.words());
  }

  private static String harmless(String argument) {
    return argument.chars().allMatch(c -> c > 0x20 && c < 0x7f)
        ? argument
        : SafeText.quoted(argument);
  }
}
