package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The directory; does nothing by itself. */
@Command(name = "contacts")
final class ContactsCommand extends ParleyCommand {
  private ContactsCommand(Surroundings here) {
    super(here);
  }

  static CommandLine tree(Surroundings here) {
    return new CommandLine(new ContactsCommand(here))
        .addSubcommand(new ContactsListCommand(here))
        .addSubcommand(new ContactsAddCommand(here))
        .addSubcommand(new ContactsEditCommand(here))
        .addSubcommand(new ContactsRenameCommand(here))
        .addSubcommand(new ContactsRemoveCommand(here))
        .addSubcommand(new ContactsCheckCommand(here))
        .addSubcommand(new ContactsImportCommand(here))
        .addSubcommand(new ContactsExportCommand(here))
        .addSubcommand(new ContactsSealCommand(here))
        .addSubcommand(new ContactsUnsealCommand(here));
  }

  @Override
  int run() throws CommandFailed {
    throw CommandFailed.usage(say("contacts.usage"));
  }
}
