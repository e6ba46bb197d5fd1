package org.parley.app.cli;

import java.util.Arrays;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.ProfileException;
import picocli.CommandLine.Command;

/** Makes the data folder and the vault; name and port are remembered in it. */
@Command(name = "init")
final class InitCommand extends ParleyCommand {
  InitCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    GlobalOptions options = here.options();
    if (options.user == null || options.port == null) {
      throw CommandFailed.usage(say("init.needs"));
    }
    Opening opening = here.opening(Distrust.REFUSE);
    if (opening.folder().hasVault()) {
      throw CommandFailed.failed(say("trouble.VAULT_EXISTS", opening.folder().path()));
    }
    char[] password = here.passwords().fresh(options.passwordFile);
    try (var profile = Assembly.create(opening, password, step -> {})) {
      here.terminal().line(say("init.done", profile.self(), profile.folder().path()));
      here.terminal().error(say("init.nobody-recovers"));
      if (!profile.contacts().now().entries().isEmpty()) {
        here.terminal().error(say("init.sample", profile.contacts().path()));
      }
    } catch (ProfileException e) {
      throw here.sentences().of(e, opening);
    } finally {
      Arrays.fill(password, '\0');
    }
    return ExitCode.DONE;
  }
}
