package org.parley.ui.contacts;

import java.awt.Component;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.RandomSource;
import org.parley.directory.ContactForm;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.DirectoryException;
import org.parley.directory.Field;
import org.parley.directory.FieldProblem;
import org.parley.directory.FieldProblems;
import org.parley.directory.InvalidContactException;
import org.parley.directory.Password;
import org.parley.directory.PasswordGenerator;
import org.parley.name.PeerName;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.AddressBook;

/** Adds or edits one contact. Wrong input is marked at its field and cannot be saved. */
final class EditorController {
  private final UiContext ui;
  private final AddressBook book;
  private final SamePerson samePerson;
  private final Saver saver;
  private final EditorModel model = new EditorModel();
  private final EditorView view;
  private final @Nullable DirectoryEntry replaced;
  private final Consumer<String> saved;
  private boolean tried;

  /**
   * A form over the window.
   *
   * @param replaced the entry that is edited; null for a new one
   * @param saved called with the contact's name after it was saved
   */
  EditorController(
      UiContext ui,
      AddressBook book,
      SamePerson samePerson,
      Saver saver,
      Component over,
      @Nullable DirectoryEntry replaced,
      Consumer<String> saved) {
    this.ui = ui;
    this.book = book;
    this.samePerson = samePerson;
    this.saver = saver;
    this.replaced = replaced;
    this.saved = saved;
    this.view = new EditorView(ui, model, this, over, replaced == null);
  }

  /**
   * Shows the form, filled in, until it is saved or closed.
   *
   * @param hint a sentence about where the password comes from; empty for none
   */
  void open(ContactForm form, String hint) {
    try (Subscription following = book.onChange(() -> ui.edt().run(this::onDirectory))) {
      view.open(form, hint);
    }
  }

  /** Another program or another part of this one changed the directory: what is typed stays. */
  private void onDirectory() {
    DirectoryEntry entry = replaced;
    if (!model.saving.get() && entry != null) {
      Optional<DirectoryEntry> now = Entries.current(book.directory(), entry);
      model.meanwhile.set(
          now.isEmpty()
              ? ui.word("ui.contact.gone")
              : now.get() == entry ? "" : ui.word("ui.contact.changed"));
    }
  }

  /** What stands in the fields; wipes the password afterwards. */
  private <T> T withForm(String name, String host, String port, char[] typed, Use<T> use) {
    Password password = typed.length == 0 ? null : Password.of(typed);
    Arrays.fill(typed, '\0');
    return use.with(new ContactForm(name.strip(), host.strip(), port.strip(), password));
  }

  private interface Use<T> {
    T with(ContactForm form);
  }

  /** Something was typed; faults are shown from the first attempt to save. */
  void onTyped(String name, String host, String port, char[] typed) {
    Directory directory = book.directory();
    withForm(
        name,
        host,
        port,
        typed,
        form -> {
          if (tried) {
            show(directory.check(form, current(directory)));
          }
          Password password = form.password();
          if (password != null) {
            password.close();
          }
          return form;
        });
    List<String> names =
        directory.lookalikes(name.strip(), current(directory)).stream()
            .map(n -> SafeText.quoted(n.toString()))
            .toList();
    model.lookalike.set(names.isEmpty() ? "" : ui.word("ui.contact.lookalike", ui.listed(names)));
  }

  private void show(FieldProblems problems) {
    Map<Field, String> faults = new EnumMap<>(Field.class);
    for (FieldProblem problem : problems.all()) {
      faults.put(problem.field(), ProblemWords.sentence(problem, ui));
    }
    model.faults.set(Map.copyOf(faults));
  }

  /** The entry that is edited, as it is in the directory now; null for a new one. */
  private @Nullable DirectoryEntry current(Directory directory) {
    DirectoryEntry entry = replaced;
    return entry == null ? null : Entries.current(directory, entry).orElse(null);
  }

  /** Takes over the password and wipes it. */
  void onSave(String name, String host, String port, char[] typed) {
    tried = true;
    ContactForm form = withForm(name, host, port, typed, f -> f);
    Directory directory = book.directory();
    FieldProblems problems = directory.check(form, current(directory));
    show(problems);
    if (!problems.isEmpty() || model.saving.get()) {
      Optional.ofNullable(form.password()).ifPresent(Password::close);
      return;
    }
    model.saving.set(true);
    samePerson.ask(
        view.component(),
        form.name(),
        peer -> isNew(directory, peer),
        new SamePerson.Answer() {
          @Override
          public void same() {
            save(form, () -> {});
          }

          @Override
          public void another(Runnable part) {
            save(form, part);
          }

          @Override
          public void none() {
            notSaved(form);
          }
        });
  }

  /** Whether the save gives the name to somebody who did not have it. */
  private boolean isNew(Directory directory, PeerName peer) {
    DirectoryEntry entry = current(directory);
    return entry == null || !peer.equals(entry.name());
  }

  private void notSaved(ContactForm form) {
    Optional.ofNullable(form.password()).ifPresent(Password::close);
    model.saving.set(false);
  }

  private void save(ContactForm form, Runnable then) {
    saver.save(
        view.component(),
        now -> {
          DirectoryEntry entry = current(now);
          return entry == null ? now.add(form) : now.edit(entry, form);
        },
        new Saver.Ending() {
          @Override
          public void saved() {
            then.run();
            view.close();
            saved.accept(form.name());
          }

          @Override
          public boolean failed(Throwable why) {
            if (why instanceof InvalidContactException invalid) {
              show(invalid.problems());
              return true;
            }
            return why instanceof DirectoryException e && onProblem(e);
          }

          @Override
          public void unsaved() {
            notSaved(form);
          }
        });
  }

  private boolean onProblem(DirectoryException e) {
    model.faults.set(Map.of(Field.NAME, ProblemWords.sentence(e, ui)));
    return true;
  }

  /** A password that nobody guesses; the caller wipes it. */
  char[] generate() {
    try (Password fresh = new PasswordGenerator(RandomSource.secure()).next()) {
      return fresh.chars();
    }
  }

  void onCancel() {
    view.close();
  }
}
