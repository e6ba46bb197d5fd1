package org.parley.app.backup;

import org.jspecify.annotations.Nullable;

/** A backup could not be restored; the folder is as it was. */
public final class RestoreException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Trouble {
    /** The file is something else. */
    NO_BACKUP,
    /** The file is cut off, or not what was written. */
    DAMAGED,
    /** A newer Parley wrote the file. */
    NEWER,
    /** The folder holds something; detail: its name. */
    NOT_EMPTY,
    /** Another process has the folder. */
    FOLDER_HELD
  }

  private final Trouble trouble;
  private final @Nullable String detail;

  RestoreException(Trouble trouble, @Nullable String detail, @Nullable Throwable cause) {
    super(trouble + (detail == null ? "" : ": " + detail), cause);
    this.trouble = trouble;
    this.detail = detail;
  }

  /** Why. */
  public Trouble trouble() {
    return trouble;
  }

  /** What its sentence needs; null where it needs none. */
  public @Nullable String detail() {
    return detail;
  }
}
