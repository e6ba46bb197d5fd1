package org.parley.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.StopSignal;
import org.parley.app.console.Terminal;
import org.parley.app.console.VisibleText;
import org.parley.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns arguments into one command, runs it, and turns whatever goes wrong into one sentence. */
public final class Cli {
  private static final Logger LOG = Logger.getLogger(Cli.class.getName());

  private final Terminal terminal;
  private final Words words;
  private final StopSignal stop;

  /** A command line over those streams. */
  public Cli(Terminal terminal, Words words, StopSignal stop) {
    this.terminal = terminal;
    this.words = words;
    this.stop = stop;
  }

  /** Runs one command and gives its exit code; never throws. */
  public int run(String... arguments) {
    GlobalOptions options = new GlobalOptions();
    Surroundings here =
        new Surroundings(terminal, words, stop, options, Path.of("").toAbsolutePath());
    CommandLine line =
        CommandTree.of(here)
            .setExpandAtFiles(false) // a message may begin with @
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(this::wrongUsage)
            .setExecutionExceptionHandler(this::failed);
    line.setUsageHelpAutoWidth(false);
    return line.execute(arguments);
  }

  private int wrongUsage(ParameterException problem, String[] arguments) {
    String told = VisibleText.line(String.valueOf(problem.getMessage()).strip());
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.error(words.get("cli.usage", told, command));
    return ExitCode.USAGE;
  }

  private int failed(Exception problem, CommandLine line, ParseResult parsed) {
    if (problem instanceof CommandFailed failure) {
      terminal.error(failure.sentence());
      return failure.exitCode();
    }
    LOG.log(Level.SEVERE, "a command ended by an unexpected exception", problem);
    terminal.error(words.get("cli.unexpected", problem.getClass().getSimpleName()));
    return ExitCode.FAILED;
  }
}
