package org.parley.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.parley.app.backup.Restore;
import org.parley.app.backup.Restore.Restored;
import org.parley.app.backup.RestoreException;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.VisibleText;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.Opening.Distrust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a data folder of a backup; asks for no password. */
@Command(name = "restore")
final class RestoreCommand extends ParleyCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.restore.file")
  private Path file;

  RestoreCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    DataFolder folder = here.opening(Distrust.SHOW).folder();
    try {
      Restored restored = Restore.run(file, folder, new StopProgress(here.stop()));
      if (restored == null) {
        throw CommandFailed.failed(say("stopped"));
      }
      print(restored, folder);
      return ExitCode.DONE;
    } catch (RestoreException e) {
      String detail = e.detail() == null ? "" : VisibleText.line(e.detail());
      throw CommandFailed.failed(say("restore." + e.trouble(), file, folder.path(), detail));
    } catch (NoSuchFileException e) {
      throw CommandFailed.failed(say("file.missing", file));
    } catch (IOException e) {
      throw CommandFailed.failed(say("restore.failed", folder.path(), IoReason.of(e)));
    }
  }

  private void print(Restored restored, DataFolder folder) {
    String name = restored.name() == null ? "?" : VisibleText.line(restored.name());
    here.terminal()
        .line(
            say(
                "restore.done",
                name,
                restored.made().toString(),
                folder.path(),
                journal(restored)));
    here.terminal().error(say("restore.next"));
    if (!restored.withDirectory()) {
      here.terminal().error(say("restore.no-directory"));
    }
    if (!restored.withAnchor()) {
      here.terminal().error(say("restore.no-anchor"));
    }
    if (!restored.leftOut().isEmpty()) {
      String names = VisibleText.line(String.join(", ", restored.leftOut()));
      here.terminal().error(say("restore.left-out", names));
    }
  }

  private static String journal(Restored restored) {
    return VisibleText.line(restored.journal());
  }
}
