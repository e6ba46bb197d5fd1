package org.parley.app;

import java.util.Locale;
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
    StopSignal stop = new StopSignal();
    OrderlyEnd end = new OrderlyEnd(stop);
    Runtime.getRuntime().addShutdownHook(end.hook());
    Cli cli = new Cli(Terminal.ofProcess(), Words.in(Locale.getDefault()), stop);
    int exitCode = cli.run(NativeText.arguments(args));
    end.reached(exitCode);
    System.exit(exitCode);
  }
}
