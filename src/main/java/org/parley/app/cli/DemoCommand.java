package org.parley.app.cli;

import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import picocli.CommandLine.Command;

/** Two windows that talk to each other. */
@Command(name = "demo")
final class DemoCommand extends ParleyCommand {
  DemoCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    Display.require(here);
    return ExitCode.DONE;
  }
}
