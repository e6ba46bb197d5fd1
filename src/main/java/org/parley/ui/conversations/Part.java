package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.List;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.messaging.RemovedRun;

/**
 * What one row of a conversation shows: a message, or removed ones in a row, of which only the two
 * at the ends are kept. Immutable.
 *
 * @param first the message, or the oldest of those that were removed
 * @param last the message, or the newest of those that were removed
 * @param count how many messages it is
 */
record Part(Message first, Message last, int count) {
  static Part of(Message message) {
    return new Part(message, message, 1);
  }

  /** Each message by itself, but for removed ones that have no other between them. */
  static List<Part> of(List<Message> messages) {
    return joined(messages.stream().map(Part::of).toList());
  }

  /** With what was removed in a row as one. */
  static List<Part> joined(List<Part> parts) {
    List<Part> all = new ArrayList<>();
    for (Part part : parts) {
      Part before = all.isEmpty() ? null : all.get(all.size() - 1);
      if (before != null && before.removed() && part.removed()) {
        all.set(all.size() - 1, new Part(before.first, part.last, before.count + part.count));
      } else {
        all.add(part);
      }
    }
    return all;
  }

  /** Whether the content of all that it shows was removed. */
  boolean removed() {
    return first.fate() == Fate.REMOVED;
  }

  /** Whether a message, whatever is known of it, is here. */
  boolean shows(Message message) {
    MessageKey key = MessageKey.of(message);
    return key.equals(MessageKey.of(first)) || key.equals(MessageKey.of(last)) || isWithin(message);
  }

  private boolean isWithin(Message message) {
    Long seq = message.seq();
    Long from = first.seq();
    Long to = last.seq();
    return removed() && seq != null && from != null && to != null && from <= seq && seq <= to;
  }

  /** Whether both show some removed message. */
  boolean overlaps(Part other) {
    return removed()
        && other.removed()
        && (shows(other.first) || shows(other.last) || other.shows(first));
  }

  /** With those that were removed directly before. */
  Part after(RemovedRun run) {
    Message end = run.end();
    return end == null ? this : new Part(end, last, run.count() + count);
  }

  /** With those that were removed directly after. */
  Part before(RemovedRun run) {
    Message end = run.end();
    return end == null ? this : new Part(first, end, count + run.count());
  }
}
