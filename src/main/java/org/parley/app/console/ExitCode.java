package org.parley.app.console;

/** What the process tells its caller. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** It failed: not delivered, a finding, nothing matches, folder held, port in use, no display. */
  public static final int FAILED = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** The vault could not be opened, or there is none. */
  public static final int VAULT = 3;

  private ExitCode() {}
}
