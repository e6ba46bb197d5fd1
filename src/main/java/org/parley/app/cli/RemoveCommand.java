package org.parley.app.cli;

import java.util.List;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Profile;
import org.parley.journal.JournalException;
import org.parley.messaging.RemovalException;
import org.parley.messaging.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes messages' content out, of all of them or of none; that they were there stays. */
@Command(name = "remove")
final class RemoveCommand extends ParleyCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "SEQ",
      converter = SeqConverter.class,
      descriptionKey = "cli.option.seq")
  private List<Long> seqs = List.of();

  RemoveCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      if (!profile.index().build(new StopProgress(here.stop()))) {
        throw CommandFailed.failed(say("stopped"));
      }
      profile.removals().remove(seqs);
      here.terminal().line(say("removed", seqs.stream().distinct().count()));
      return ExitCode.DONE;
    } catch (RemovalException e) {
      throw CommandFailed.failed(say("removal." + e.kind(), Long.toString(e.seq())));
    } catch (JournalException e) {
      throw CommandFailed.failed(say("journal.unreadable", String.valueOf(e.getMessage())));
    } catch (StorageException e) {
      throw CommandFailed.failed(say("storage", e.reason()));
    }
  }
}
