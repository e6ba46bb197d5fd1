package org.parley.app.cli;

import java.io.IOException;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.IoReason;
import org.parley.app.profile.ProfileException;
import org.parley.app.window.Windows;
import org.parley.messaging.StorageException;
import org.parley.network.ListenException;
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
    try {
      new Windows(here.words(), here.stop()).demo();
      return ExitCode.DONE;
    } catch (ProfileException e) {
      throw CommandFailed.failed(say("demo.failed", String.valueOf(e.getMessage())));
    } catch (ListenException e) {
      throw CommandFailed.failed(say("demo.failed", e.kind()));
    } catch (StorageException e) {
      throw CommandFailed.failed(say("demo.failed", e.reason()));
    } catch (IOException e) {
      throw CommandFailed.failed(say("demo.failed", IoReason.of(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.failed(say("stopped"));
    }
  }
}
