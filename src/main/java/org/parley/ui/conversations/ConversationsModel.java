package org.parley.ui.conversations;

import java.util.List;
import java.util.Optional;
import org.parley.messaging.Conversation;
import org.parley.messaging.Message;
import org.parley.ui.common.Property;
import org.parley.ui.workplace.AddressBook.Known;
import org.parley.ui.workplace.Reached;

/** What the Conversations tab shows. */
final class ConversationsModel {
  /**
   * A line of the list.
   *
   * @param contact the contact, or empty for a peer reached by an address
   */
  record Entry(Conversation conversation, Optional<Known> contact) {
    String peer() {
      return conversation.peer();
    }
  }

  /** An offer or a notice over the messages. */
  record Notice(String sentence, Optional<Act> act) {
    static Notice of(String sentence) {
      return new Notice(sentence, Optional.empty());
    }
  }

  /** What can be done about a notice. */
  record Act(String label, Runnable action) {}

  final Property<Boolean> loading = new Property<>(true);
  final Property<List<Entry>> entries = new Property<>(List.of());
  final Property<String> filter = new Property<>("");
  final Property<Optional<String>> open = new Property<>(Optional.empty());
  final Property<Exchange> exchange = new Property<>(Exchange.empty());
  final Property<Boolean> loadingOlder = new Property<>(false);

  /** The message above which the "unread" line stands. */
  final Property<Optional<Message>> firstUnread = new Property<>(Optional.empty());

  final Property<Optional<Reached>> reached = new Property<>(Optional.empty());
  final Property<Optional<Notice>> notice = new Property<>(Optional.empty());

  /** Whether a check of the contact runs. */
  final Property<Boolean> checking = new Property<>(false);

  final Property<String> draft = new Property<>("");

  Optional<Entry> entry(String peer) {
    return entries.get().stream().filter(e -> e.peer().equals(peer)).findFirst();
  }

  Optional<Entry> openEntry() {
    return open.get().flatMap(this::entry);
  }

  /** The entries that the filter leaves. */
  List<Entry> shown() {
    String wanted = fold(filter.get());
    return entries.get().stream().filter(e -> fold(e.peer()).contains(wanted)).toList();
  }

  int unread() {
    return entries.get().stream().mapToInt(e -> e.conversation().unread()).sum();
  }

  private static String fold(String text) {
    return java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
