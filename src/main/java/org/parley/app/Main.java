package org.parley.app;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.parley.app.cli.Cli;
import org.parley.app.console.NativeText;
import org.parley.app.console.StopSignal;
import org.parley.app.console.Terminal;
import org.parley.words.Words;

/** Where the program starts, and the only place where it ends. */
public final class Main {
  private Main() {}

  /** Runs one command; see {@code parley --help}. */
  public static void main(String[] args) {
    Cli.begin(args);
    keepQuiet();
    StopSignal stop = new StopSignal();
    OrderlyEnd end = new OrderlyEnd(stop);
    Runtime.getRuntime().addShutdownHook(end.hook());
    // What a command prints is quoted in scripts and in reports: it does not change with the
    // system.
    Cli cli = new Cli(Terminal.ofProcess(), Words.in(Locale.ENGLISH), stop);
    int exitCode = cli.run(NativeText.arguments(args));
    end.reached(exitCode);
    System.exit(exitCode);
  }

  /** Nothing but the commands writes to the terminal; the rest goes to a profile's diagnostics. */
  private static void keepQuiet() {
    LogManager.getLogManager().reset();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) ->
            Logger.getLogger(Main.class.getName())
                .log(Level.SEVERE, "a thread ended by an unexpected exception", problem));
  }
}
