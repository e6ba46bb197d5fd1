package org.parley.ui.workplace;

import org.jspecify.annotations.Nullable;

/** Something about the journal or an export that the user asked for could not be done. */
public final class ArchiveException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; each has a sentence under {@code ui.archive.problem.<name>}. */
  public enum Problem {
    /** The database cannot be read; detail: why. */
    UNREADABLE,
    /** The database cannot be written; detail: why. */
    NOT_WRITTEN,
    /** The journal does not verify, and the user did not insist; detail: how many findings. */
    NOT_VERIFIED,
    /** No message is what was asked for. */
    NOTHING_MATCHES,
    /** There is a file of that name, which may not be replaced; detail: its name. */
    FILE_EXISTS,
    /** A file cannot be written; detail: why, as the system says. */
    FILE_NOT_WRITTEN,
    /** A file cannot be read; detail: why, as the system says. */
    FILE_UNREADABLE,
    /** The journal has no such row; detail: its number. */
    NO_ROW
  }

  private final Problem problem;
  private final String detail;

  /** A problem with what its sentence needs; empty where it needs nothing. */
  public ArchiveException(Problem problem, String detail, @Nullable Throwable cause) {
    super(problem + ": " + detail, cause);
    this.problem = problem;
    this.detail = detail;
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }

  /** What its sentence needs; empty where it needs nothing. */
  public String detail() {
    return detail;
  }
}
