package org.parley.app.console;

/** Ends a command with an exit code and the one sentence that people read. */
public final class CommandFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** The sentence must name no secret. */
  public CommandFailed(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** It failed, by no fault of the command line. */
  public static CommandFailed failed(String sentence) {
    return new CommandFailed(ExitCode.FAILED, sentence);
  }

  /** The command line is wrong. */
  public static CommandFailed usage(String sentence) {
    return new CommandFailed(ExitCode.USAGE, sentence);
  }

  /** The vault stays shut. */
  public static CommandFailed vault(String sentence) {
    return new CommandFailed(ExitCode.VAULT, sentence);
  }

  /** One of {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
