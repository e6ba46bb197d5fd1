package org.parley.app.cli;

import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.directory.ContactForm;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.InvalidContactException;
import org.parley.directory.Password;
import org.parley.name.PeerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what is given of an entry, and leaves the rest. */
@Command(name = "edit")
final class ContactsEditCommand extends ParleyCommand {
  @Parameters(
      paramLabel = "NAME",
      converter = NameConverter.class,
      descriptionKey = "cli.option.contact")
  private PeerName name;

  @Option(names = "--address", paramLabel = "A", descriptionKey = "cli.option.address")
  private @Nullable String address;

  @Option(
      names = "--peer-port",
      paramLabel = "N",
      converter = PortConverter.class,
      descriptionKey = "cli.option.peer-port")
  private @Nullable Integer peerPort;

  @Mixin private final PasswordChoice choice = new PasswordChoice();

  ContactsEditCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    choice.check(here, false);
    if (address == null && peerPort == null && !choice.isGiven()) {
      throw CommandFailed.usage(say("contacts.nothing-to-edit"));
    }
    Password password = choice.take(here);
    try (Profile profile = here.open()) {
      ContactsEditor editor = new ContactsEditor(here, profile);
      DirectoryEntry entry = editor.entry(name);
      editor.save(editor.directory().edit(entry, changed(entry.form(), password)));
      here.terminal().line(say("contacts.edited", name));
      if (password != null) {
        choice.show(here, password);
      }
      return ExitCode.DONE;
    } catch (InvalidContactException e) {
      throw here.invalidContact(e.problems());
    }
  }

  private ContactForm changed(ContactForm form, @Nullable Password password) {
    ContactForm next = address == null ? form : form.withHost(address);
    next = peerPort == null ? next : next.withPort(peerPort.toString());
    return password == null ? next : next.withPassword(password);
  }
}
