package org.parley.app.cli;

import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.journal.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what was said, oldest first. */
@Command(name = "history")
final class HistoryCommand extends ParleyCommand {
  @Option(names = "--text", paramLabel = "T", descriptionKey = "cli.option.text")
  private @Nullable String text;

  @Option(names = "--peer", paramLabel = "NAME", descriptionKey = "cli.option.peer")
  private @Nullable String peer;

  @Option(
      names = "--direction",
      paramLabel = "sent|received",
      converter = DirectionConverter.class,
      descriptionKey = "cli.option.direction")
  private @Nullable Direction direction;

  @Option(
      names = "--since",
      paramLabel = "D",
      converter = Moment.Converter.class,
      descriptionKey = "cli.option.since")
  private @Nullable Moment since;

  @Option(
      names = "--until",
      paramLabel = "D",
      converter = Moment.Converter.class,
      descriptionKey = "cli.option.until")
  private @Nullable Moment until;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = CountConverter.class,
      descriptionKey = "cli.option.limit")
  private @Nullable Integer limit;

  @Option(names = "--pdus", descriptionKey = "cli.option.pdus")
  private boolean pdus;

  @Option(names = "--json", descriptionKey = "cli.option.json")
  private boolean json;

  HistoryCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      return ExitCode.DONE;
    }
  }
}
