package org.parley.ui.contacts;

import java.awt.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.parley.crypto.RandomSource;
import org.parley.directory.Contact;
import org.parley.directory.ContactForm;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryDamagedException;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.Password;
import org.parley.directory.PasswordGenerator;
import org.parley.messaging.Cancellation;
import org.parley.messaging.MessagingListener;
import org.parley.name.PeerName;
import org.parley.ui.common.Dialogs;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;
import org.parley.ui.common.Unexpected;
import org.parley.ui.workplace.AddressBook;
import org.parley.ui.workplace.Status;
import org.parley.ui.workplace.Workplace;

/** The Directory tab and meeting. Used on the event thread. */
public final class ContactsController {
  private final UiContext ui;
  private final Workplace workplace;
  private final Consumer<String> talkTo;
  private final ContactsModel model = new ContactsModel();
  private final ContactsView view;
  private final Saver saver;
  private final UndoSteps steps;
  private final SamePerson samePerson;
  private final Exchange exchange;
  private final FileCare fileCare;
  private final Removing removing;
  private final Meeting meeting;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private int timesRead;

  /**
   * A tab over that; it shows nothing before {@link #start}.
   *
   * @param talkTo opens the conversation with a contact
   */
  public ContactsController(UiContext ui, Workplace workplace, Consumer<String> talkTo) {
    this.ui = ui;
    this.workplace = workplace;
    this.talkTo = talkTo;
    this.view = new ContactsView(ui, model, this, workplace.talk());
    this.saver = new Saver(ui, workplace.addressBook());
    this.steps = new UndoSteps(ui, workplace.addressBook(), workplace.talk().notes(), model, saver);
    this.samePerson = new SamePerson(ui, workplace.talk(), steps);
    this.removing = new Removing(ui, workplace.talk(), saver, model);
    this.fileCare = new FileCare(ui, workplace.addressBook(), saver, model);
    this.exchange = new Exchange(ui, workplace.addressBook(), saver, samePerson);
    this.meeting = new Meeting(ui, workplace.self(), workplace.status());
  }

  /** Shows the directory and begins to follow it. */
  public void start() {
    subscriptions.add(workplace.addressBook().onChange(() -> ui.edt().run(this::onDirectory)));
    subscriptions.add(workplace.status().onChange(() -> ui.edt().run(this::onStatus)));
    subscriptions.add(
        workplace
            .talk()
            .listen(
                new MessagingListener() {
                  @Override
                  public void contactReached(PeerName name, String address, Instant at) {
                    ui.edt().run(() -> model.seen.set(model.seen.get() + 1));
                  }
                }));
    timesRead = workplace.addressBook().onDisk().timesRead();
    onDirectory();
    onStatus();
  }

  /** Stops following, and forgets passwords. */
  public void close() {
    subscriptions.forEach(Subscription::close);
    subscriptions.clear();
    meeting.close();
    model.revealed.set(Set.of());
  }

  /** The tab's component. */
  public JComponent component() {
    return view.component();
  }

  private String file() {
    return workplace.addressBook().file().toString();
  }

  private Component over() {
    return view.component();
  }

  private void onDirectory() {
    Directory directory = workplace.addressBook().directory();
    Set<DirectoryEntry> still = new HashSet<>(model.revealed.get());
    still.retainAll(directory.entries());
    model.revealed.set(Set.copyOf(still));
    model.entries.set(directory.entries());
    steps.onDirectory();
    model.kind.set(workplace.addressBook().kind());
    AddressBook.OnDisk disk = workplace.addressBook().onDisk();
    model.trouble.set(
        Optional.ofNullable(disk.trouble()).map(why -> DiskWords.of(why, ui, file())));
    if (disk.trouble() != null) {
      model.notice.set(""); // what it says is not so any more
    } else if (disk.timesRead() > timesRead) {
      timesRead = disk.timesRead();
      model.notice.set(DiskWords.readAgain(directory, ui));
    }
  }

  private void onStatus() {
    Status status = workplace.status().status();
    String addresses =
        status.addresses().isEmpty()
            ? ui.word("ui.contacts.details.noAddress")
            : ui.listed(status.addresses().stream().limit(3).toList());
    model.details.set(
        ui.word(
            "ui.contacts.details",
            SafeText.quoted(workplace.self().toString()),
            addresses,
            Integer.toString(status.port())));
  }

  /** Opens the form for a new contact. */
  public void onAdd() {
    add(new ContactForm("", "", "", null), "", name -> {});
  }

  /**
   * Opens the form for a new contact, filled in.
   *
   * @param password the caller's, who wipes it after the return; empty for none
   */
  public void onAdd(String name, String host, String port, char[] password) {
    try (Password known = Password.of(password)) {
      add(new ContactForm(name, host, port, known.isEmpty() ? null : known), "", ignored -> {});
    }
  }

  private void add(ContactForm form, String hint, Consumer<String> saved) {
    new EditorController(ui, workplace.addressBook(), samePerson, saver, over(), null, saved)
        .open(form, hint);
  }

  void onEdit() {
    model
        .one()
        .ifPresent(
            entry ->
                new EditorController(
                        ui, workplace.addressBook(), samePerson, saver, over(), entry, name -> {})
                    .open(entry.form(), ""));
  }

  void onTalk() {
    model
        .one()
        .filter(e -> e.contact() != null)
        .flatMap(e -> Optional.ofNullable(e.name()))
        .ifPresent(name -> talkTo.accept(name.toString()));
  }

  /** Shows the passwords of what is selected; where all are shown, hides them. */
  void onReveal() {
    List<DirectoryEntry> chosen = model.chosen.get();
    Set<DirectoryEntry> shown = new HashSet<>(model.revealed.get());
    if (shown.containsAll(chosen)) {
      chosen.forEach(shown::remove);
    } else {
      shown.addAll(chosen);
    }
    model.revealed.set(Set.copyOf(shown));
  }

  void onRemove() {
    removing.ask(over(), model.chosen.get());
  }

  void onUndo() {
    steps.undo(over());
  }

  void onRedo() {
    steps.redo(over());
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    view.focusFilter();
  }

  /** Gives a contact a new password, once the user knows what that means, and shows it. */
  void onRenew() {
    model.one().filter(entry -> entry.contact() != null).ifPresent(this::renew);
  }

  private void renew(DirectoryEntry entry) {
    String name = Removing.shown(entry);
    if (Dialogs.ask(
        over(),
        ui,
        ui.word("ui.contacts.renew.title", name),
        ui.word("ui.contacts.renew.sentence"),
        ui.word("ui.contacts.renew.go"))) {
      Password fresh = new PasswordGenerator(RandomSource.secure()).next();
      saver.save(
          over(),
          now -> {
            Optional<DirectoryEntry> there = Entries.current(now, entry);
            return there.isEmpty()
                ? now
                : now.edit(there.get(), there.get().form().withPassword(fresh));
          },
          new Saver.Ending() {
            @Override
            public void saved() {
              Entries.current(workplace.addressBook().directory(), entry)
                  .ifPresent(ContactsController.this::reveal);
            }

            @Override
            public void unsaved() {
              fresh.close();
            }
          });
    }
  }

  private void reveal(DirectoryEntry entry) {
    Set<DirectoryEntry> shown = new HashSet<>(model.revealed.get());
    shown.add(entry);
    model.revealed.set(Set.copyOf(shown));
  }

  void onCheck() {
    List<PeerName> names =
        model.chosen.get().stream()
            .map(DirectoryEntry::contact)
            .filter(Objects::nonNull)
            .map(Contact::name)
            .toList();
    if (names.size() == 1) {
      check(names.get(0));
    } else if (!names.isEmpty()) {
      new CheckSeveral(ui, workplace.talk(), over(), names).open();
    }
  }

  /** Checks everybody who can be reached. */
  void onCheckAll() {
    List<PeerName> names =
        workplace.addressBook().directory().contacts().stream().map(Contact::name).toList();
    if (names.isEmpty()) {
      model.notice.set(ui.word("ui.check.several.nobody"));
    } else {
      new CheckSeveral(ui, workplace.talk(), over(), names).open();
    }
  }

  private void check(PeerName name) {
    Cancellation cancel = new Cancellation();
    CheckView shown = new CheckView(ui, over(), SafeText.quoted(name.toString()), cancel::cancel);
    ui.background()
        .start(
            () -> workplace.talk().check(name, cancel),
            failure ->
                shown.ended(
                    failure
                        .map(f -> f.sentence(ui.words()))
                        .orElseGet(() -> ui.word("ui.check.good")),
                    failure.isEmpty()),
            why -> Unexpected.tell(over(), ui, why));
    shown.open();
  }

  void onImport() {
    exchange.read(over());
  }

  void onExport() {
    exchange.write(over());
  }

  void onSeal() {
    fileCare.seal(over(), model.kind.get());
  }

  void onOpenSealed() {
    fileCare.openSealed(over());
  }

  void onKeepMine() {
    fileCare.keepMine(over());
  }

  void onInvite() {
    meeting.invite(over());
  }

  /** Takes an entry that somebody handed over. */
  void onPaste() {
    new PasteView(ui, over(), this::read).open();
  }

  private String read(String pasted) {
    ContactForm form;
    try {
      form = meeting.read(pasted);
    } catch (DirectoryDamagedException e) {
      return ProblemWords.sentence(e, ui);
    }
    // An invitation brings a password and wants an answer; an answer brings none.
    boolean answers = meeting.hasInvited() && !pasted.contains("\"password\"");
    ui.edt()
        .run(
            () -> {
              add(
                  form,
                  answers ? ui.word("ui.paste.invited") : "",
                  name -> {
                    if (!answers) {
                      meeting.reply(over());
                    }
                  });
              Password password = form.password();
              if (password != null) {
                password.close();
              }
            });
    return "";
  }
}
