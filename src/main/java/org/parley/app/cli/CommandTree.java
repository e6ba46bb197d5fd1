package org.parley.app.cli;

import java.util.List;
import picocli.CommandLine;

/** Which commands there are. */
final class CommandTree {
  private CommandTree() {}

  static CommandLine all(Surroundings here) {
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

  /**
   * The same for those arguments: where they ask for the window and nothing else, without the other
   * commands, since preparing all of them is a good part of the time until the window is there.
   */
  static CommandLine of(Surroundings here, String... arguments) {
    if (!isForWindow(arguments)) {
      return all(here);
    }
    return new CommandLine(new RootCommand(here)).addSubcommand(new GuiCommand(here));
  }

  /** Whether those arguments ask for the window and nothing else. */
  static boolean isForWindow(String... arguments) {
    List<String> all = List.of(arguments);
    return (all.isEmpty() || all.get(0).equals(GuiCommand.NAME))
        && !all.contains("-h")
        && !all.contains("--help");
  }

  private static void describe(CommandLine line, Surroundings here) {
    var spec = line.getCommandSpec();
    String key = "help." + spec.qualifiedName(".");
    spec.usageMessage().description(here.say(key));
    line.getSubcommands().values().forEach(sub -> describe(sub, here));
  }
}
