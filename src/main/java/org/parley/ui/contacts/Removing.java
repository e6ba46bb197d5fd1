package org.parley.ui.contacts;

import java.awt.Component;
import java.util.List;
import java.util.Objects;
import org.parley.directory.DirectoryEntry;
import org.parley.name.PeerName;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.Talk;

/** Removes entries, and what waits for them where that is wanted. Used on the event thread. */
final class Removing {
  private final UiContext ui;
  private final Talk talk;
  private final Saver saver;
  private final ContactsModel model;

  Removing(UiContext ui, Talk talk, Saver saver, ContactsModel model) {
    this.ui = ui;
    this.talk = talk;
    this.saver = saver;
    this.model = model;
  }

  /** One question for all of them; with none, none is asked. */
  void ask(Component over, List<DirectoryEntry> chosen) {
    if (chosen.isEmpty()) {
      return;
    }
    List<PeerName> names =
        chosen.stream().map(DirectoryEntry::name).filter(Objects::nonNull).toList();
    int waiting = names.stream().mapToInt(talk::waitingFor).sum();
    List<String> shown = chosen.stream().map(Removing::shown).toList();
    RemoveView.Choice choice = new RemoveView(ui, over, shown, waiting).open();
    if (choice != RemoveView.Choice.KEEP_CONTACT) {
      saver.save(
          over,
          now -> now.removeAll(Entries.current(now, chosen)),
          () -> {
            model.notice.set(
                ui.word(
                    "ui.contacts.removed",
                    shown.size() == 1
                        ? shown.get(0)
                        : ui.word("ui.contacts.step.count", shown.size())));
            if (choice == RemoveView.Choice.REMOVE_AND_WITHDRAW) {
              withdraw(over, names);
            }
          });
    }
  }

  /** An entry's name, to be shown. */
  static String shown(DirectoryEntry entry) {
    String name = entry.form().name();
    return name.isEmpty() ? "–" : SafeText.quoted(name);
  }

  private void withdraw(Component over, List<PeerName> names) {
    ui.background()
        .start(
            () -> {
              for (PeerName name : names) {
                talk.withdrawAll(name);
              }
              return names;
            },
            done -> {},
            why -> Unexpected.tell(over, ui, why));
  }
}
