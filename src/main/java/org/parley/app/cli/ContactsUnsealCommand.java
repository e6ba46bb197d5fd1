package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Contacts;
import org.parley.app.profile.Profile;
import org.parley.directory.DirectoryFile;
import picocli.CommandLine.Command;

/** Makes the directory file plain: whoever reads it has the passwords. */
@Command(name = "unseal")
final class ContactsUnsealCommand extends ParleyCommand {
  ContactsUnsealCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      DirectoryFile.Kind kind = profile.contacts().kind();
      if (kind == DirectoryFile.Kind.PLAIN || kind == DirectoryFile.Kind.MISSING) {
        throw CommandFailed.failed(say("contacts.not-sealed"));
      }
      new ContactsEditor(here, profile).change(Contacts::unseal);
      here.terminal().line(say("contacts.unsealed"));
      return ExitCode.DONE;
    }
  }
}
