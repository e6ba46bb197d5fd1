package org.parley.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.parley.app.console.CommandFailed;
import org.parley.app.console.ExitCode;
import org.parley.app.console.StopSignal;
import org.parley.app.console.Terminal;
import org.parley.app.console.VisibleText;
import org.parley.app.profile.DiagnosticsLog;
import org.parley.app.profile.Opening.Distrust;
import org.parley.ui.Ahead;
import org.parley.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns arguments into one command, runs it, and turns whatever goes wrong into one sentence. */
public final class Cli {
  private final Terminal terminal;
  private final Words words;
  private final StopSignal stop;

  /** A command line over those streams. */
  public Cli(Terminal terminal, Words words, StopSignal stop) {
    this.terminal = terminal;
    this.words = words;
    this.stop = stop;
  }

  /** Begins to load what those arguments will need; returns at once. */
  public static void begin(String... arguments) {
    if (CommandTree.isForWindow(arguments)) {
      Ahead.begin();
    }
  }

  /** Runs one command and gives its exit code; never throws. */
  public int run(String... arguments) {
    GlobalOptions usual = UsualStart.options(arguments);
    Surroundings here =
        new Surroundings(
            terminal,
            words,
            stop,
            usual == null ? new GlobalOptions() : usual,
            Path.of("").toAbsolutePath());
    return usual == null ? parsed(here, arguments) : window(here);
  }

  private int window(Surroundings here) {
    try {
      return new GuiCommand(here).call();
    } catch (Exception e) {
      return failed(e, here);
    }
  }

  private int parsed(Surroundings here, String... arguments) {
    CommandLine line =
        CommandTree.of(here, arguments)
            .setExpandAtFiles(false) // a message may begin with @
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(this::wrongUsage)
            .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, here));
    line.setUsageHelpAutoWidth(false);
    return line.execute(arguments);
  }

  private int wrongUsage(ParameterException problem, String[] arguments) {
    String told = VisibleText.line(String.valueOf(problem.getMessage()).strip());
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.error(words.get("cli.usage", told, command));
    return ExitCode.USAGE;
  }

  private int failed(Exception problem, Surroundings here) {
    if (problem instanceof CommandFailed failure) {
      terminal.error(failure.sentence());
      return failure.exitCode();
    }
    DiagnosticsLog.lastWords(
        here.opening(Distrust.SHOW).folder(),
        "a command ended by an unexpected exception",
        problem);
    terminal.error(words.get("cli.unexpected", problem.getClass().getSimpleName()));
    return ExitCode.FAILED;
  }
}
