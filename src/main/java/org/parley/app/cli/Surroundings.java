package org.parley.app.cli;

import java.nio.file.Path;
import org.parley.app.console.Passwords;
import org.parley.app.console.StopSignal;
import org.parley.app.console.Terminal;
import org.parley.words.Words;

/**
 * What a command is given.
 *
 * @param terminal its streams
 * @param words every sentence
 * @param stop Ctrl+C and SIGTERM
 * @param options what the user said for all commands
 * @param workingFolder where the process was started
 */
record Surroundings(
    Terminal terminal,
    Words words,
    StopSignal stop,
    GlobalOptions options,
    Path workingFolder) {
  Passwords passwords() {
    return new Passwords(terminal, words);
  }

  String say(String key, Object... arguments) {
    return words.get("cli." + key, arguments);
  }
}
