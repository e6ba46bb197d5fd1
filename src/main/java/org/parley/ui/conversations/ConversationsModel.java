package org.parley.ui.conversations;

import java.util.List;
import java.util.Optional;
import org.parley.messaging.Conversation;
import org.parley.messaging.Message;
import org.parley.messaging.PeerNote;
import org.parley.ui.common.Property;
import org.parley.ui.workplace.AddressBook.Known;
import org.parley.ui.workplace.Reached;

/** What the Conversations tab shows. */
final class ConversationsModel {
  /**
   * A line of the list.
   *
   * @param contact the contact, or empty for a peer reached by an address
   * @param note what the owner keeps about it
   */
  record Entry(Conversation conversation, Optional<Known> contact, PeerNote note) {
    String peer() {
      return conversation.peer();
    }

    /** The alias, or else the peer's name. */
    String title() {
      return note.alias().isEmpty() ? peer() : note.alias();
    }

    int unread() {
      return conversation.unread();
    }

    /** With all messages read. */
    Entry read() {
      return new Entry(new Conversation(peer(), conversation.last(), 0), contact, note);
    }
  }

  /**
   * An offer or a notice over the messages.
   *
   * @param acts what can be done about it
   */
  record Notice(String sentence, List<Act> acts) {
    static Notice of(String sentence) {
      return new Notice(sentence, List.of());
    }
  }

  /** What can be done about a notice. */
  record Act(String label, Runnable action) {}

  /**
   * A search in the conversation that is open.
   *
   * @param at which of the hits one is at, from 0, newest first; -1 where there is none
   * @param found how many messages were found so far
   * @param more whether there are more than were counted
   * @param running whether it is being looked for
   */
  record Find(String part, int at, int found, boolean more, boolean running) {
    static final Find NONE = new Find("", -1, 0, false, false);
  }

  final Property<Boolean> loading = new Property<>(true);
  final Property<List<Entry>> entries = new Property<>(List.of());
  final Property<String> filter = new Property<>("");
  final Property<Optional<String>> open = new Property<>(Optional.empty());
  final Property<Exchange> exchange = new Property<>(Exchange.empty());
  final Property<Boolean> loadingOlder = new Property<>(false);

  /** Whether the conversation that is open is loaded, and not one message is in it. */
  final Property<Boolean> untouched = new Property<>(false);

  /** The message above which the "unread" line stands. */
  final Property<Optional<Message>> firstUnread = new Property<>(Optional.empty());

  /** How many came in below what is in sight. */
  final Property<Integer> below = new Property<>(0);

  final Property<Optional<Reached>> reached = new Property<>(Optional.empty());
  final Property<Optional<Notice>> notice = new Property<>(Optional.empty());

  /** Whether a check of the contact runs. */
  final Property<Boolean> checking = new Property<>(false);

  final Property<String> draft = new Property<>("");

  /** Whether the search in the conversation is shown. */
  final Property<Boolean> finding = new Property<>(false);

  final Property<Find> find = new Property<>(Find.NONE);

  Optional<Entry> entry(String peer) {
    return entries.get().stream().filter(e -> e.peer().equals(peer)).findFirst();
  }

  Optional<Entry> openEntry() {
    return open.get().flatMap(this::entry);
  }

  /** The note of the conversation that is open. */
  PeerNote openNote() {
    return openEntry().map(Entry::note).orElse(PeerNote.NONE);
  }

  /** The entries that the filter leaves. */
  List<Entry> shown() {
    String wanted = fold(filter.get());
    return entries.get().stream()
        .filter(e -> fold(e.peer()).contains(wanted) || fold(e.title()).contains(wanted))
        .toList();
  }

  /** Unread messages that the owner wants to know of; one for a conversation that was marked. */
  int unread() {
    return entries.get().stream()
        .filter(e -> !e.note().muted())
        .mapToInt(e -> e.unread() == 0 && e.note().unread() ? 1 : e.unread())
        .sum();
  }

  private static String fold(String text) {
    return java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
