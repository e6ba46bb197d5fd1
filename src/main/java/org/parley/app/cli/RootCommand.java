package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code parley} without a command: the window. */
@Command(name = "parley", resourceBundle = "org.parley.words.messages", sortOptions = false)
final class RootCommand extends ParleyCommand {
  @SuppressWarnings("unused") // filled in by picocli, read by all commands
  @Mixin
  private final GlobalOptions options;

  @SuppressWarnings("unused") // acted on by picocli
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      descriptionKey = "cli.option.help")
  private boolean help;

  RootCommand(Surroundings here) {
    super(here);
    this.options = here.options();
  }

  @Override
  int run() throws CommandFailed {
    return new GuiCommand(here).run();
  }
}
