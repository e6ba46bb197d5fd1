package org.parley.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The arguments with which the window is usually started: none, {@code gui}, or {@code gui --data
 * DIR}. They are read here, as picocli would read them, since it takes an eighth of the processor
 * time until the window is there; all others, and whatever is wrong with these, are picocli's.
 */
final class UsualStart {
  private UsualStart() {}

  /**
   * Reads the arguments, where they are such.
   *
   * @return what they say; null where picocli is to read them
   */
  static @Nullable GlobalOptions options(String... arguments) {
    GlobalOptions options = new GlobalOptions();
    boolean alone =
        arguments.length == 0 || (arguments.length == 1 && arguments[0].equals(GuiCommand.NAME));
    if (alone) {
      return options;
    }
    boolean withData =
        arguments.length == 3
            && arguments[0].equals(GuiCommand.NAME)
            && arguments[1].equals("--data")
            && !arguments[2].isEmpty()
            && !arguments[2].startsWith("-");
    if (!withData) {
      return null;
    }
    try {
      options.data = Path.of(arguments[2]);
      return options;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
