package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Contacts;
import org.parley.app.profile.Profile;
import org.parley.directory.DirectoryFile;
import picocli.CommandLine.Command;

/** Seals the directory file with the key of the vault. */
@Command(name = "seal")
final class ContactsSealCommand extends ParleyCommand {
  ContactsSealCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      if (profile.contacts().kind() == DirectoryFile.Kind.VAULT) {
        throw CommandFailed.failed(say("contacts.already-sealed"));
      }
      new ContactsEditor(here, profile).change(Contacts::seal);
      here.terminal().line(say("contacts.sealed"));
      return ExitCode.DONE;
    }
  }
}
