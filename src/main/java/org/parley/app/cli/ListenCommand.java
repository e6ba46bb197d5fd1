package org.parley.app.cli;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Receives and prints messages, and sends what is typed, until it is told to end. */
@Command(name = "listen")
final class ListenCommand extends ParleyCommand {
  @Option(
      names = "--count",
      paramLabel = "N",
      converter = CountConverter.class,
      descriptionKey = "cli.option.count")
  private @Nullable Integer count;

  @Option(names = "--stdin", descriptionKey = "cli.option.stdin")
  private boolean stdin;

  @Option(names = "--json", descriptionKey = "cli.option.json")
  private boolean json;

  ListenCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    return ExitCode.DONE;
  }
}
