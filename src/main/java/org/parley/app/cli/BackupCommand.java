package org.parley.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.parley.app.backup.Backup;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.HeldFolder;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.ProfileException;
import org.parley.journal.JournalException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the profile into one new file, sealed as it is; asks for no password. */
@Command(name = "backup")
final class BackupCommand extends ParleyCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.backup.file")
  private Path file;

  BackupCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    Opening opening = here.openingOfVault(Distrust.SHOW);
    try (HeldFolder held = HeldFolder.take(opening.folder())) {
      Backup.Made made =
          Backup.of(held, opening.directory()).write(file, false, new StopProgress(here.stop()));
      if (made == null) {
        throw CommandFailed.failed(say("stopped"));
      }
      print(made, opening);
      return ExitCode.DONE;
    } catch (ProfileException e) {
      throw here.sentences().of(e, opening);
    } catch (FileAlreadyExistsException e) {
      throw CommandFailed.failed(say("export.exists", file));
    } catch (IOException e) {
      throw CommandFailed.failed(say("backup.failed", IoReason.of(e)));
    } catch (JournalException e) {
      throw CommandFailed.failed(say("journal.unreadable", String.valueOf(e.getMessage())));
    }
  }

  private void print(Backup.Made made, Opening opening) {
    here.terminal().line(say("backup.done", opening.folder().path(), file));
    here.terminal().error(say("backup.password"));
    if (made.plainDirectory()) {
      here.terminal().error(say("backup.plain"));
    }
    if (!made.leftOut().isEmpty()) {
      here.terminal().error(say("backup.left-out", String.join(", ", made.leftOut())));
    }
  }
}
