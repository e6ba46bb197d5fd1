package org.parley.ui.conversations;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.parley.directory.Contact;
import org.parley.directory.DirectoryEntry;
import org.parley.messaging.Cancellation;
import org.parley.messaging.PeerNote;
import org.parley.name.PeerName;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Act;
import org.parley.ui.conversations.ConversationsModel.Entry;
import org.parley.ui.conversations.ConversationsModel.Notice;
import org.parley.ui.workplace.AddressBook;
import org.parley.ui.workplace.Talk;

/** What can be done about the other side of a conversation. Used on the event thread. */
final class PeerActions {
  private final UiContext ui;
  private final Talk talk;
  private final AddressBook book;
  private final ConversationsModel model;
  private final Component over;
  private final Consumer<Throwable> onProblem;
  private final TalkWork work;
  private Cancellation checking = new Cancellation();

  PeerActions(
      UiContext ui,
      Talk talk,
      AddressBook book,
      ConversationsModel model,
      Component over,
      Consumer<Throwable> onProblem) {
    this.ui = ui;
    this.talk = talk;
    this.book = book;
    this.model = model;
    this.over = over;
    this.onProblem = onProblem;
    this.work = new TalkWork(ui, onProblem);
  }

  private void note(Entry entry, UnaryOperator<PeerNote> change) {
    work.start(() -> talk.notes().change(entry.peer(), change));
  }

  void alias(Entry entry) {
    new AliasSheet(
            ui,
            over,
            entry.peer(),
            entry.note().alias(),
            alias -> note(entry, n -> n.withAlias(alias.equals(entry.peer()) ? "" : alias)))
        .open();
  }

  void mute(Entry entry) {
    note(entry, n -> n.withMuted(!n.muted()));
  }

  void unread(Entry entry, boolean unread) {
    if (entry.note().unread() != unread) {
      note(entry, n -> n.withUnread(unread));
    }
  }

  void block(Entry entry) {
    Optional<PeerName> name = entry.contact().map(AddressBook.Known::name);
    boolean block = !entry.note().blocked();
    if (name.isEmpty()) {
      return;
    }
    if (block
        && !Dialogs.ask(
            over,
            ui,
            ui.word("ui.block.title", SafeText.quoted(entry.title())),
            ui.word("ui.block.sentence", talk.waitingFor(name.get())),
            ui.word("ui.block.yes"))) {
      return;
    }
    work.start(() -> talk.notes().block(name.get(), block));
  }

  /** Checks the contact, or gives up the check that runs. */
  void check(PeerName contact) {
    if (model.checking.get()) {
      checking.cancel();
      return;
    }
    Cancellation cancel = new Cancellation();
    checking = cancel;
    model.checking.set(true);
    model.notice.set(Optional.empty());
    ui.background()
        .start(
            () -> talk.check(contact, cancel),
            failure -> {
              if (checking == cancel) {
                model.checking.set(false);
              }
              if (isOpen(contact) && !cancel.isCancelled()) {
                model.notice.set(
                    Optional.of(
                        Notice.of(
                            failure
                                .map(f -> new FateWords(ui).sentence(f))
                                .orElseGet(() -> ui.word("ui.check.good")))));
              }
            },
            why -> {
              model.checking.set(false);
              onProblem.accept(why);
            });
  }

  /** Ends what runs for this conversation only. */
  void leave() {
    checking.cancel();
    model.checking.set(false);
  }

  private boolean isOpen(PeerName name) {
    return model.open.get().equals(Optional.of(name.toString()));
  }

  /** Offers to take over where the open contact was seen, if that is not what its entry says. */
  void lookWhere() {
    model
        .openEntry()
        .flatMap(Entry::contact)
        .ifPresent(
            known ->
                ui.background()
                    .start(
                        () -> talk.seenElsewhere(known.name()),
                        address -> address.ifPresent(a -> offer(known, a)),
                        onProblem));
  }

  private void offer(AddressBook.Known known, String address) {
    if (!isOpen(known.name())) {
      return;
    }
    String sentence =
        ui.word(
            "ui.takeOver.sentence",
            SafeText.quoted(known.name().toString()),
            SafeText.quoted(address),
            SafeText.quoted(known.host()));
    model.notice.set(
        Optional.of(
            new Notice(
                sentence,
                List.of(
                    new Act(ui.word("ui.takeOver.yes"), () -> takeOver(known.name(), address)),
                    new Act(ui.word("ui.takeOver.no"), () -> ignore(known.name(), address))))));
  }

  private void takeOver(PeerName name, String address) {
    ui.background()
        .start(
            () -> {
              book.change(
                  now -> {
                    Contact contact = now.find(name);
                    DirectoryEntry entry = now.entry(name);
                    return contact == null || entry == null
                        ? now
                        : now.edit(entry, entry.form().withHost(address));
                  });
              return true;
            },
            done -> {},
            why ->
                Dialogs.tell(
                    over,
                    ui,
                    ui.word("ui.talk.problem.title"),
                    ui.word("ui.takeOver.failed", book.file().toString())));
  }

  private void ignore(PeerName name, String address) {
    work.start(() -> talk.notes().change(name.toString(), n -> n.withIgnoredAddress(address)));
  }
}
