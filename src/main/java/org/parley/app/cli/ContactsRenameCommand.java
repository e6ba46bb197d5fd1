package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.directory.InvalidContactException;
import org.parley.name.PeerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an entry another name; what was said stays under the old one. */
@Command(name = "rename")
final class ContactsRenameCommand extends ParleyCommand {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      converter = NameConverter.class,
      descriptionKey = "cli.option.contact")
  private PeerName name;

  @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "cli.option.new-name")
  private String newName = "";

  ContactsRenameCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      ContactsEditor editor = new ContactsEditor(here, profile);
      int waiting = here.messenger(profile).waitingFor(name);
      editor.save(editor.directory().rename(editor.entry(name), newName));
      here.terminal().line(say("contacts.renamed", name, newName));
      if (waiting > 0) {
        here.terminal().error(say("contacts.waiting", Integer.toString(waiting), name));
      }
      return ExitCode.DONE;
    } catch (InvalidContactException e) {
      throw here.invalidContact(e.problems());
    }
  }
}
