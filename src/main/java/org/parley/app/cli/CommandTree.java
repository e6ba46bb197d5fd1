package org.parley.app.cli;

import picocli.CommandLine;

/** Which commands there are. */
final class CommandTree {
  private CommandTree() {}

  static CommandLine of(Surroundings here) {
    CommandLine root =
        new CommandLine(new RootCommand(here))
            .addSubcommand(new GuiCommand(here))
            .addSubcommand(new DemoCommand(here))
            .addSubcommand(new InitCommand(here))
            .addSubcommand(new ListenCommand(here))
            .addSubcommand(new SendCommand(here))
            .addSubcommand(ContactsCommand.tree(here))
            .addSubcommand(new HistoryCommand(here))
            .addSubcommand(new RemoveCommand(here))
            .addSubcommand(new VerifyCommand(here))
            .addSubcommand(new ExportCommand(here))
            .addSubcommand(new PasswdCommand(here))
            .addSubcommand(new BackupCommand(here))
            .addSubcommand(new RestoreCommand(here));
    describe(root, here);
    return root;
  }

  private static void describe(CommandLine line, Surroundings here) {
    var spec = line.getCommandSpec();
    String key = "help." + spec.qualifiedName(".");
    spec.usageMessage().description(here.say(key));
    line.getSubcommands().values().forEach(sub -> describe(sub, here));
  }
}
