package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.messaging.Message;

/**
 * What of one conversation is loaded, in the order of the times: a stretch of at most {@link #MOST}
 * parts, however long the conversation is. Immutable.
 *
 * @param parts oldest first; removed messages that have no other between them are one
 * @param complete whether there are no older ones to load
 * @param newest whether there are no newer ones to load
 */
record Exchange(List<Part> parts, boolean complete, boolean newest) {
  /** What goes beyond is let go at the far end. */
  static final int MOST = 240;

  Exchange {
    parts = List.copyOf(Part.joined(parts));
  }

  static Exchange empty() {
    return new Exchange(List.of(), true, true);
  }

  /** With a page of older messages before those that are here. */
  Exchange withOlder(Pages.Page page) {
    List<Part> all = new ArrayList<>(unknown(page));
    all.addAll(parts);
    all = Part.joined(all);
    int kept = Math.min(all.size(), MOST);
    return new Exchange(all.subList(0, kept), page.end(), newest && kept == all.size());
  }

  /** With a page of newer messages after those that are here. */
  Exchange withNewer(Pages.Page page) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(unknown(page));
    all = Part.joined(all);
    int from = Math.max(0, all.size() - MOST);
    return new Exchange(all.subList(from, all.size()), complete && from == 0, page.end());
  }

  private List<Part> unknown(Pages.Page page) {
    return page.parts().stream().filter(p -> !has(p.first())).toList();
  }

  /**
   * With a message that is new or changed. One that is older or newer than all that are loaded
   * comes with its page, later; of one that was removed nothing changes any more.
   */
  Exchange with(Message message) {
    List<Part> all = new ArrayList<>(parts);
    int known = indexOf(message);
    if (known >= 0) {
      if (!all.get(known).removed()) {
        all.set(known, Part.of(message));
      }
      return new Exchange(all, complete, newest);
    }
    int at = all.size();
    while (at > 0 && all.get(at - 1).first().time().isAfter(message.time())) {
      at--;
    }
    if ((at == 0 && !complete) || (at == all.size() && !newest)) {
      return this;
    }
    all.add(at, Part.of(message));
    all = Part.joined(all);
    int from = Math.max(0, all.size() - MOST);
    return new Exchange(all.subList(from, all.size()), complete && from == 0, newest);
  }

  /** Without a message that is no more; one whose content alone is gone stays. */
  Exchange without(MessageKey gone) {
    List<Part> left =
        parts.stream().filter(p -> p.removed() || !MessageKey.of(p.first()).equals(gone)).toList();
    return new Exchange(left, complete, newest);
  }

  /** A message that is shown by itself is meant by its key, whatever row it has. */
  private int indexOf(Message message) {
    int within = -1;
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i).shows(message)) {
        if (!parts.get(i).removed()) {
          return i;
        }
        within = i;
      }
    }
    return within;
  }

  /** Whether both are states of one message. */
  static boolean same(Message one, Message other) {
    return MessageKey.of(one).equals(MessageKey.of(other));
  }

  /** Whether that message is here. */
  boolean has(Message message) {
    return indexOf(message) >= 0;
  }

  /** Where older ones begin. */
  Optional<Message> oldest() {
    return parts.stream().findFirst().map(Part::first);
  }

  /** Where newer ones begin. */
  Optional<Message> latest() {
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1).last());
  }
}
