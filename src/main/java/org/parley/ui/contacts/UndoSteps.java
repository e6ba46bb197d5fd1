package org.parley.ui.contacts;

import java.awt.Component;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.parley.directory.DirectoryChange;
import org.parley.directory.DirectoryChangedException;
import org.parley.directory.OutdatedStepException;
import org.parley.messaging.PeerNote;
import org.parley.name.PeerName;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.AddressBook;
import org.parley.ui.workplace.Notes;
import org.parley.ui.workplace.TalkException;

/** Undoes changes of the directory and makes them again. Used on the event thread. */
final class UndoSteps {
  private final UiContext ui;
  private final AddressBook book;
  private final Notes notes;
  private final ContactsModel model;
  private final Saver saver;
  private final IdentityHashMap<DirectoryChange, List<Parting>> partings = new IdentityHashMap<>();
  private boolean running;
  private boolean parting;

  UndoSteps(UiContext ui, AddressBook book, Notes notes, ContactsModel model, Saver saver) {
    this.ui = ui;
    this.book = book;
    this.notes = notes;
    this.model = model;
    this.saver = saver;
  }

  /** What was kept about a name before and after another person took it over. */
  private record Parting(String peer, PeerNote before, PeerNote after) {}

  /** The directory is another now. */
  void onDirectory() {
    // What is not remembered whole yet could only be undone in part.
    model.undo.set(parting ? Optional.empty() : book.steps().undo().map(this::words));
    model.redo.set(parting ? Optional.empty() : book.steps().redo().map(this::words));
  }

  private String words(DirectoryChange change) {
    List<String> names = change.names();
    String who = names.size() == 1 ? quoted(names.get(0)) : "";
    return switch (change.kind()) {
      case RENAME -> ui.word("ui.contacts.step.RENAME", quoted(names.get(0)), quoted(names.get(1)));
      case ADD, REMOVE, EDIT, PASSWORD, SEVERAL, NOTHING ->
          ui.word(
              "ui.contacts.step." + change.kind(),
              who.isEmpty() ? ui.word("ui.contacts.step.count", names.size()) : who);
    };
  }

  private static String quoted(String name) {
    return name.isEmpty() ? "–" : SafeText.quoted(name);
  }

  /** Other people got these names with the newest step: undoing it takes the lines away again. */
  void part(Component over, List<PeerName> peers) {
    Optional<DirectoryChange> step = book.steps().undo();
    parting = true;
    onDirectory();
    ui.background()
        .start(
            () -> drawLines(peers),
            lines -> {
              step.ifPresent(s -> partings.put(s, lines));
              partingEnded();
            },
            why -> {
              partingEnded();
              Unexpected.tell(over, ui, why);
            });
  }

  private List<Parting> drawLines(List<PeerName> peers) throws TalkException {
    List<Parting> lines = new ArrayList<>();
    for (PeerName peer : peers) {
      PeerNote before = notes.of(peer.toString());
      notes.part(peer);
      lines.add(new Parting(peer.toString(), before, notes.of(peer.toString())));
    }
    return lines;
  }

  private void partingEnded() {
    parting = false;
    onDirectory();
  }

  void undo(Component over) {
    run(over, book.steps().undo(), book::undo, true, "ui.contacts.undone");
  }

  void redo(Component over) {
    run(over, book.steps().redo(), book::redo, false, "ui.contacts.redone");
  }

  private void run(
      Component over,
      Optional<DirectoryChange> step,
      Saver.Write write,
      boolean undone,
      String word) {
    if (step.isEmpty() || running || parting) {
      return;
    }
    running = true;
    String what = words(step.get());
    List<Parting> parted = partings.getOrDefault(step.get(), List.of());
    ui.background()
        .start(
            () -> {
              write.run();
              for (Parting parting : parted) {
                setNote(parting, undone);
              }
              return what;
            },
            done -> {
              running = false;
              model.notice.set(ui.word(word, done));
            },
            why -> {
              running = false;
              onDirectory(); // what cannot be undone any more is not offered again
              refused(over, what, why);
            });
  }

  /** Only where nothing else was kept about the peer since. */
  private void setNote(Parting parting, boolean undone) throws TalkException {
    PeerNote next = undone ? parting.before() : parting.after();
    PeerNote last = undone ? parting.after() : parting.before();
    notes.change(parting.peer(), now -> now.equals(last) ? next : now);
  }

  private void refused(Component over, String what, Throwable why) {
    if (why instanceof OutdatedStepException || why instanceof DirectoryChangedException) {
      Dialogs.tell(
          over,
          ui,
          ui.word("ui.contacts.outdated.title"),
          ui.word("ui.contacts.outdated.sentence", what));
    } else {
      saver.tell(over, why);
    }
  }
}
