package org.parley.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.PasswordChange;
import org.parley.app.profile.ProfileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes the startup password. */
@Command(name = "passwd")
final class PasswdCommand extends ParleyCommand {
  @Option(
      names = "--new-password-file",
      paramLabel = "FILE",
      descriptionKey = "cli.option.new-password-file")
  private @Nullable Path newPasswordFile;

  PasswdCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run() throws CommandFailed {
    Opening opening = here.openingOfVault(Distrust.SHOW);
    char[] old = here.passwords().startup(here.options().passwordFile);
    char[] fresh = new char[0];
    try {
      fresh = here.passwords().replacement(newPasswordFile);
      PasswordChange.in(opening.folder(), old, fresh);
    } catch (ProfileException e) {
      throw here.sentences().of(e, opening);
    } finally {
      Arrays.fill(old, '\0');
      Arrays.fill(fresh, '\0');
    }
    here.terminal().line(say("passwd.done"));
    here.terminal().error(say("passwd.old-copies"));
    return ExitCode.DONE;
  }
}
