package org.parley.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.app.console.CommandFailed;
import org.parley.crypto.RandomSource;
import org.parley.directory.Password;
import org.parley.directory.PasswordGenerator;
import picocli.CommandLine.Option;

/** A contact's password: from a file, or made. */
final class PasswordChoice {
  @Option(
      names = "--peer-password-file",
      paramLabel = "FILE",
      descriptionKey = "cli.option.peer-password-file")
  private @Nullable Path file;

  @Option(names = "--generate", descriptionKey = "cli.option.generate")
  private boolean generate;

  boolean isGiven() {
    return file != null || generate;
  }

  void check(Surroundings here, boolean needed) throws CommandFailed {
    if (file != null && generate) {
      throw CommandFailed.usage(here.say("contacts.one-password"));
    }
    if (needed && !isGiven()) {
      throw CommandFailed.usage(here.say("contacts.needs-password"));
    }
  }

  /** The password, which goes over to the directory; null where none was chosen. */
  @Nullable Password take(Surroundings here) throws CommandFailed {
    if (generate) {
      return new PasswordGenerator(RandomSource.secure()).next();
    }
    if (file == null) {
      return null;
    }
    char[] read = here.passwords().fromFile(file);
    try {
      return Password.of(read);
    } finally {
      Arrays.fill(read, '\0');
    }
  }

  /** Prints a password that was made: it is to be handed over, and is nowhere else to be read. */
  void show(Surroundings here, Password made) {
    if (generate) {
      char[] chars = made.chars();
      here.terminal().line(new String(chars));
      Arrays.fill(chars, '\0');
      here.terminal().error(here.say("contacts.hand-over"));
    }
  }
}
