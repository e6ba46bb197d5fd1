package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.directory.ContactForm;
import org.parley.directory.Directory;
import org.parley.directory.InvalidContactException;
import org.parley.directory.Password;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a contact. */
@Command(name = "add")
final class ContactsAddCommand extends ParleyCommand {
  @Parameters(paramLabel = "NAME", descriptionKey = "cli.option.contact")
  private String name = "";

  @Option(
      names = "--address",
      paramLabel = "A",
      required = true,
      descriptionKey = "cli.option.address")
  private String address = "";

  @Option(
      names = "--peer-port",
      paramLabel = "N",
      required = true,
      converter = PortConverter.class,
      descriptionKey = "cli.option.peer-port")
  private Integer peerPort = 0;

  @Mixin private final PasswordChoice choice = new PasswordChoice();

  ContactsAddCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    choice.check(here, true);
    Password password = choice.take(here);
    ContactForm form = new ContactForm(name, address, peerPort.toString(), password);
    try (Profile profile = here.open()) {
      ContactsEditor editor = new ContactsEditor(here, profile);
      Directory before = editor.directory();
      editor.save(before.add(form));
      editor.warnOfLookalikes(name, before);
      here.terminal().line(say("contacts.added", name));
      if (password != null) {
        choice.show(here, password);
      }
      return ExitCode.DONE;
    } catch (InvalidContactException e) {
      throw here.invalidContact(e.problems());
    }
  }
}
