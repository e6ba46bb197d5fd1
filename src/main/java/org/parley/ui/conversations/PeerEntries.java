package org.parley.ui.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Conversation;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.workplace.AddressBook;
import org.parley.ui.workplace.AddressBook.Known;
import org.parley.ui.workplace.Notes;

/**
 * Keeps the list of conversations: contacts without a message too, the last activity first. Used on
 * the event thread.
 */
final class PeerEntries {
  private final ConversationsModel model;
  private final AddressBook book;
  private final Notes notes;

  PeerEntries(ConversationsModel model, AddressBook book, Notes notes) {
    this.model = model;
    this.book = book;
    this.notes = notes;
  }

  /** Begins with what is on the disk. */
  void load(List<Conversation> conversations) {
    Map<String, Known> contacts = new LinkedHashMap<>();
    book.known().forEach(k -> contacts.put(k.name().toString(), k));
    Map<String, Conversation> all = new HashMap<>();
    contacts.keySet().forEach(peer -> all.put(peer, new Conversation(peer, null, 0)));
    conversations.forEach(c -> all.put(c.peer(), c));
    set(all.values().stream().map(c -> entry(c, contacts.get(c.peer()))).toList());
  }

  private Entry entry(Conversation conversation, @Nullable Known contact) {
    return new Entry(conversation, Optional.ofNullable(contact), notes.of(conversation.peer()));
  }

  /** The directory or the notes are others now. */
  void refresh() {
    load(
        model.entries.get().stream()
            .map(Entry::conversation)
            .filter(c -> c.last() != null)
            .toList());
  }

  /**
   * A message is new or changed.
   *
   * @param shown whether somebody sees it now
   * @return whether it is new
   */
  boolean onMessage(Message message, boolean shown) {
    Optional<Entry> known = model.entry(message.peer());
    Message last = known.map(e -> e.conversation().last()).orElse(null);
    boolean isNew = last == null || isLater(message, last);
    int unread = known.map(Entry::unread).orElse(0);
    boolean counts = isNew && message.fate() == Fate.RECEIVED;
    Conversation conversation =
        new Conversation(
            message.peer(),
            last == null || isNew || Exchange.same(last, message) ? message : last,
            shown ? 0 : unread + (counts ? 1 : 0));
    List<Entry> entries = new ArrayList<>(model.entries.get());
    known.ifPresent(entries::remove);
    entries.add(
        new Entry(
            conversation,
            known.isPresent()
                ? known.get().contact()
                : book.known().stream()
                    .filter(k -> k.name().toString().equals(message.peer()))
                    .findFirst(),
            notes.of(message.peer())));
    set(entries);
    return isNew;
  }

  /** Whether the line of the list is that message of ours. */
  boolean isLast(String peer, String id) {
    return model
        .entry(peer)
        .map(e -> e.conversation().last())
        .filter(m -> MessageKey.of(m).equals(MessageKey.ours(id)))
        .isPresent();
  }

  /** A conversation's newest message is that one now, or there is none. */
  void last(String peer, @Nullable Message last) {
    Optional<Entry> known = model.entry(peer);
    List<Conversation> all = new ArrayList<>();
    model.entries.get().stream()
        .filter(e -> !e.peer().equals(peer))
        .forEach(e -> all.add(e.conversation()));
    if (last != null) {
      all.add(new Conversation(peer, last, known.map(Entry::unread).orElse(0)));
    }
    load(all);
  }

  /** A message that was told before, such as one that is delivered late, is not new again. */
  private static boolean isLater(Message message, Message last) {
    return !Exchange.same(last, message) && !message.time().isBefore(last.time());
  }

  /** Nothing of that peer is unread now. */
  void markRead(String peer) {
    set(
        model.entries.get().stream()
            .map(e -> e.peer().equals(peer) && e.unread() > 0 ? e.read() : e)
            .toList());
  }

  private void set(List<Entry> entries) {
    Comparator<Entry> byActivity =
        Comparator.comparing(
            PeerEntries::lastTime, Comparator.nullsLast(Comparator.reverseOrder()));
    model.entries.set(entries.stream().sorted(byActivity.thenComparing(Entry::title)).toList());
  }

  private static @Nullable Instant lastTime(Entry entry) {
    Message last = entry.conversation().last();
    return last == null ? null : last.time();
  }
}
