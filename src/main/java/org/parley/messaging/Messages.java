package org.parley.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Direction;
import org.parley.journal.search.MessageRef;

/** Messages as they are shown, from what the outbox knows of them. */
final class Messages {
  private Messages() {}

  /**
   * A message that is in the outbox.
   *
   * @param seq its row; null where it has none, or where that is not known here
   */
  static Message of(OutboxItem item, String text, boolean sending, @Nullable Long seq) {
    return new Message(
        seq,
        item.peer().toString(),
        true,
        item.created(),
        item.id(),
        text,
        fate(item, sending),
        item.failure(),
        item.status() == OutboxItem.Status.WAITING ? item.next() : null);
  }

  static Fate fate(OutboxItem item, boolean sending) {
    return switch (item.status()) {
      case WAITING -> sending ? Fate.SENDING : Fate.WAITING;
      case FAILED -> Fate.FAILED;
      case CANCELLED -> Fate.CANCELLED;
    };
  }

  static Message delivered(OutboxItem item, String text) {
    Instant time = item.created();
    return new Message(
        null, item.peer().toString(), true, time, item.id(), text, Fate.DELIVERED, null, null);
  }

  /** The message of a row whose content was taken out. */
  static Message removed(MessageRef ref) {
    return new Message(
        ref.seq(),
        ref.peer(),
        ref.direction() == Direction.SENT,
        ref.time(),
        ref.id(),
        "",
        Fate.REMOVED,
        null,
        null);
  }
}
