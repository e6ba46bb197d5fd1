package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import picocli.CommandLine.Command;

/** The window. */
@Command(name = "gui")
final class GuiCommand extends ParleyCommand {
  GuiCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    Display.require(here);
    return ExitCode.DONE;
  }
}
