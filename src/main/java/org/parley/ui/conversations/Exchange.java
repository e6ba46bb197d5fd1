package org.parley.ui.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;

/**
 * The messages of one conversation that are loaded, in the order of their times. Immutable.
 *
 * @param messages oldest first
 * @param complete whether there are no older ones to load
 */
record Exchange(List<Message> messages, boolean complete) {
  Exchange {
    messages = List.copyOf(messages);
  }

  static Exchange empty() {
    return new Exchange(List.of(), true);
  }

  /** With a page of older messages before those that are here. */
  Exchange withOlder(List<Message> page, int limit) {
    List<Message> all = new ArrayList<>();
    page.stream().filter(m -> indexOf(m) < 0).forEach(all::add);
    all.addAll(messages);
    return new Exchange(all, page.size() < limit);
  }

  /**
   * With a message that is new or changed. One that is older than all that are loaded comes with
   * its page, later.
   */
  Exchange with(Message message) {
    List<Message> all = new ArrayList<>(messages);
    int known = indexOf(message);
    if (known >= 0) {
      all.set(known, message);
      return new Exchange(all, complete);
    }
    int at = all.size();
    while (at > 0 && all.get(at - 1).time().isAfter(message.time())) {
      at--;
    }
    if (at == 0 && !complete) {
      return this;
    }
    all.add(at, message);
    return new Exchange(all, complete);
  }

  private int indexOf(Message message) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (same(messages.get(i), message)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether both are states of one message. Ours and theirs may bear the same id. */
  static boolean same(Message one, Message other) {
    if (one.outgoing() != other.outgoing()) {
      return false;
    }
    String id = one.id();
    Long seq = one.seq();
    return id != null ? id.equals(other.id()) : seq != null && seq.equals(other.seq());
  }

  /** The oldest that is loaded. */
  Optional<Message> oldest() {
    return messages.stream().findFirst();
  }

  /** The first of the newest {@code unread} messages of the other side; null for none. */
  @Nullable Message firstUnread(int unread) {
    int left = unread;
    for (int i = messages.size() - 1; i >= 0 && left > 0; i--) {
      if (!messages.get(i).outgoing() && --left == 0) {
        return messages.get(i);
      }
    }
    return null;
  }
}
