package org.parley.ui.unlock;

import org.jspecify.annotations.Nullable;

/**
 * A profile could not be opened or made. The window chooses the sentence by {@link #problem()} and
 * puts {@link #detail()} into it.
 */
public final class OpeningException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong, and what {@link OpeningException#detail()} holds then. */
  public enum Problem {
    /** The vault is whole and this password does not open it; no detail. */
    WRONG_PASSWORD,
    /** vault.json is not what was written; detail: the file. */
    VAULT_DAMAGED,
    /** A newer Parley wrote the vault; detail: the file. */
    VAULT_NEWER,
    /** There is no vault to open; detail: the folder. */
    VAULT_MISSING,
    /** A profile is to be made where there is one; detail: the folder. */
    VAULT_EXISTS,
    /** There is a journal, but not the vault that opens it; detail: the folder. */
    JOURNAL_WITHOUT_VAULT,
    /** Another process has the folder; detail: its process id, or null if not known. */
    FOLDER_HELD,
    /** The folder cannot be made, read or written; detail: the folder. */
    FOLDER_UNUSABLE,
    /** settings.json cannot be read; detail: the file. */
    SETTINGS_UNREADABLE,
    /** Somebody listens on the port; detail: the port. */
    PORT_IN_USE,
    /** The system does not let us listen on the port; detail: the port. */
    PORT_FORBIDDEN,
    /** The directory file cannot be read or is no directory; detail: the file. */
    DIRECTORY_UNREADABLE,
    /**
     * The directory file is sealed with a passphrase of its own, which was not given or is wrong;
     * detail: the file.
     */
    DIRECTORY_SEALED,
    /** The database cannot be opened; detail: the file. */
    JOURNAL_UNREADABLE,
    /** The database holds something that is not Parley's; detail: the file. */
    JOURNAL_FOREIGN,
    /** A newer Parley wrote the database; detail: the file. */
    JOURNAL_NEWER,
    /**
     * Head or frontier cannot be trusted: the owner is asked, and may open again with {@link
     * Opening#setJournalAside()}; detail: the file.
     */
    JOURNAL_UNTRUSTED
  }

  private final Problem problem;
  private final @Nullable String detail;

  /** A problem with the text that its sentence needs, or null where it needs none. */
  public OpeningException(Problem problem, @Nullable String detail, @Nullable Throwable cause) {
    super(problem + (detail == null ? "" : ": " + detail), cause);
    this.problem = problem;
    this.detail = detail;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }

  /** The file, folder, port or process that the problem is about. */
  public @Nullable String detail() {
    return detail;
  }
}
