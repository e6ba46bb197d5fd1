package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.name.PeerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes an entry; what was said stays, and so does what waits. */
@Command(name = "remove")
final class ContactsRemoveCommand extends ParleyCommand {
  @Parameters(
      paramLabel = "NAME",
      converter = NameConverter.class,
      descriptionKey = "cli.option.contact")
  private PeerName name;

  ContactsRemoveCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      ContactsEditor editor = new ContactsEditor(here, profile);
      int waiting = here.messenger(profile).waitingFor(name);
      editor.save(editor.directory().remove(editor.entry(name)));
      here.terminal().line(say("contacts.removed", name));
      if (waiting > 0) {
        here.terminal().error(say("contacts.waiting", Integer.toString(waiting), name));
      }
      return ExitCode.DONE;
    }
  }
}
