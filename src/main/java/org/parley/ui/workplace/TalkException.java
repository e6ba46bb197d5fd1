package org.parley.ui.workplace;

import org.jspecify.annotations.Nullable;

/** Something that the user asked for could not be done. */
public final class TalkException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; each has a sentence under {@code talk.problem.<name>}. */
  public enum Problem {
    /** A message without a character. */
    EMPTY,
    /** A message above 64 KiB of UTF-8. */
    TOO_LONG,
    /** A message with half a surrogate pair. */
    NOT_TEXT,
    /** The directory has no usable contact of that name. */
    UNKNOWN_CONTACT,
    /** The message is neither waiting nor failed any more. */
    TOO_LATE,
    /** The message may still be delivered: it is withdrawn before it is removed. */
    STILL_WAITING,
    /** The message's content is gone already, or it is none. */
    NOTHING_TO_REMOVE,
    /** The row is damaged: it stays, as evidence. */
    DAMAGED_ROW,
    /** The disk or the database; detail: why, as the system says. */
    STORAGE
  }

  private final Problem problem;
  private final @Nullable String detail;

  /** A problem with the text that its sentence needs, or null where it needs none. */
  public TalkException(Problem problem, @Nullable String detail, @Nullable Throwable cause) {
    super(problem + (detail == null ? "" : ": " + detail), cause);
    this.problem = problem;
    this.detail = detail;
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }

  /** What the system says; null where there is nothing to say. */
  public @Nullable String detail() {
    return detail;
  }
}
