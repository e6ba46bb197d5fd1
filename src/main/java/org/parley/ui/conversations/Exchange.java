package org.parley.ui.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;

/**
 * The messages of one conversation that are loaded, in the order of their times: a stretch of at
 * most {@link #MOST}, however long the conversation is. Immutable.
 *
 * @param messages oldest first
 * @param complete whether there are no older ones to load
 * @param newest whether there are no newer ones to load
 */
record Exchange(List<Message> messages, boolean complete, boolean newest) {
  /** What goes beyond is let go at the far end. */
  static final int MOST = 240;

  Exchange {
    messages = List.copyOf(messages);
  }

  static Exchange empty() {
    return new Exchange(List.of(), true, true);
  }

  /** With a page of older messages before those that are here. */
  Exchange withOlder(List<Message> page, int limit) {
    List<Message> all = unknown(page);
    all.addAll(messages);
    int kept = Math.min(all.size(), MOST);
    return new Exchange(all.subList(0, kept), page.size() < limit, newest && kept == all.size());
  }

  /** With a page of newer messages after those that are here. */
  Exchange withNewer(List<Message> page, int limit) {
    List<Message> all = new ArrayList<>(messages);
    all.addAll(unknown(page));
    int from = Math.max(0, all.size() - MOST);
    return new Exchange(all.subList(from, all.size()), complete && from == 0, page.size() < limit);
  }

  private List<Message> unknown(List<Message> page) {
    Map<MessageKey, Message> known = new HashMap<>();
    messages.forEach(m -> known.put(MessageKey.of(m), m));
    List<Message> found = new ArrayList<>();
    page.stream().filter(m -> !known.containsKey(MessageKey.of(m))).forEach(found::add);
    return found;
  }

  /**
   * With a message that is new or changed. One that is older or newer than all that are loaded
   * comes with its page, later.
   */
  Exchange with(Message message) {
    List<Message> all = new ArrayList<>(messages);
    int known = indexOf(message);
    if (known >= 0) {
      all.set(known, message);
      return new Exchange(all, complete, newest);
    }
    int at = all.size();
    while (at > 0 && all.get(at - 1).time().isAfter(message.time())) {
      at--;
    }
    if ((at == 0 && !complete) || (at == all.size() && !newest)) {
      return this;
    }
    all.add(at, message);
    int from = Math.max(0, all.size() - MOST);
    return new Exchange(all.subList(from, all.size()), complete && from == 0, newest);
  }

  /** Without a message that is no more. */
  Exchange without(MessageKey gone) {
    List<Message> left = messages.stream().filter(m -> !MessageKey.of(m).equals(gone)).toList();
    return new Exchange(left, complete, newest);
  }

  private int indexOf(Message message) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (same(messages.get(i), message)) {
        return i;
      }
    }
    return -1;
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
    return messages.stream().findFirst();
  }

  /** Where newer ones begin. */
  Optional<Message> latest() {
    return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
  }

  /** The first message from that time on; null for none, or where it may be one not loaded. */
  @Nullable Message firstFrom(Instant time) {
    for (int i = 0; i < messages.size(); i++) {
      if (!messages.get(i).time().isBefore(time)) {
        return i == 0 && !complete ? null : messages.get(i);
      }
    }
    return null;
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
