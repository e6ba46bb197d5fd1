package org.parley.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.Profile;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the directory to a new file, whole or not at all. */
@Command(name = "export")
final class ContactsExportCommand extends ParleyCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.file")
  private Path file;

  @Option(names = "--with-passwords", descriptionKey = "cli.option.with-passwords")
  private boolean withPasswords;

  ContactsExportCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    try (Profile profile = here.open()) {
      Directory directory = profile.contacts().now();
      DirectoryExport.write(directory, file, withPasswords);
      String count = Integer.toString(directory.entries().size());
      here.terminal().line(say("contacts.exported", count, file));
      return ExitCode.DONE;
    } catch (FileAlreadyExistsException e) {
      throw CommandFailed.failed(say("contacts.export-exists", file));
    } catch (IOException e) {
      throw CommandFailed.failed(say("contacts.write", file, IoReason.of(e)));
    }
  }
}
