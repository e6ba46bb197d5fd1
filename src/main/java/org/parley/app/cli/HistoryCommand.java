package org.parley.app.cli;

import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.journal.Direction;
import org.parley.journal.JournalException;
import org.parley.messaging.HistoryQuery;
import org.parley.messaging.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what was said, oldest first, as it is read. */
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
      long printed = pdus ? printPdus(profile) : printMessages(profile);
      if (here.stop().isGiven()) {
        throw CommandFailed.failed(say("stopped"));
      }
      if (printed == 0) {
        throw CommandFailed.failed(say("history.nothing"));
      }
      return ExitCode.DONE;
    } catch (JournalException e) {
      throw CommandFailed.failed(say("journal.unreadable", String.valueOf(e.getMessage())));
    } catch (StorageException e) {
      throw CommandFailed.failed(say("journal.unreadable", e.reason()));
    } catch (OutputGone e) {
      return ExitCode.FAILED;
    }
  }

  private HistoryQuery query() {
    return new HistoryQuery(
        peer,
        text,
        direction == null ? null : direction == Direction.SENT,
        since == null ? null : since.from(),
        until == null ? null : until.end(),
        limit);
  }

  private long printMessages(Profile profile) throws StorageException, JournalException {
    MessagePrinter printer = new MessagePrinter(here, profile.self(), json);
    if (profile.index().build(new StopProgress(here.stop()))) {
      profile.history().forEach(query(), printer);
    }
    return printer.printed();
  }

  private long printPdus(Profile profile) throws JournalException {
    PduQuery filter = new PduQuery(query());
    PduPrinter printer = new PduPrinter(here, json);
    new PduWalk(profile.journal(), filter, here.stop()).forEach(limit, printer);
    return printer.printed();
  }
}
