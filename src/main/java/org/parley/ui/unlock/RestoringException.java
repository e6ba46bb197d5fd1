package org.parley.ui.unlock;

import org.jspecify.annotations.Nullable;

/** A backup could not be restored; the folder is as it was. */
public final class RestoringException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; each has a sentence under {@code ui.restore.problem.<name>}. */
  public enum Problem {
    /** The file is something else; no detail. */
    NO_BACKUP,
    /** The file is cut off, or not what was written; no detail. */
    DAMAGED,
    /** A newer Parley wrote the file; no detail. */
    NEWER,
    /** The file is not there, or may not be read; detail: what the system says. */
    FILE_UNREADABLE,
    /** The folder holds something; detail: its name. */
    NOT_EMPTY,
    /** Another process has the folder; no detail. */
    FOLDER_HELD,
    /** The disk, while it was written; detail: what the system says. */
    DISK
  }

  private final Problem problem;
  private final @Nullable String detail;

  /** A problem with the text that its sentence needs, or null where it needs none. */
  public RestoringException(Problem problem, @Nullable String detail, @Nullable Throwable cause) {
    super(problem + (detail == null ? "" : ": " + detail), cause);
    this.problem = problem;
    this.detail = detail;
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }

  /** What the sentence needs; null where it needs nothing. */
  public @Nullable String detail() {
    return detail;
  }
}
