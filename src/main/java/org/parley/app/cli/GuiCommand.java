package org.parley.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.window.Windows;
import picocli.CommandLine.Command;

/** The window. */
@Command(name = GuiCommand.NAME)
final class GuiCommand extends ParleyCommand {
  static final String NAME = "gui";

  GuiCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    Display.require(here);
    Path file = here.options().directoryPasswordFile;
    char[] passphrase = file == null ? null : here.passwords().fromFile(file);
    try {
      new Windows(here.words(), here.stop()).unlock(here.opening(Distrust.REFUSE), passphrase);
      return ExitCode.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.failed(say("stopped"));
    } finally {
      if (passphrase != null) {
        Arrays.fill(passphrase, '\0');
      }
    }
  }
}
