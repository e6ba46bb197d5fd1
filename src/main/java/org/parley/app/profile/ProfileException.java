package org.parley.app.profile;

import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** A data folder could not be opened, or made; says why and, where there is one, a detail. */
public final class ProfileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Trouble {
    /** The startup password does not open the vault. */
    WRONG_PASSWORD,
    /** The vault's file is damaged. */
    VAULT_DAMAGED,
    /** The vault's file is of a newer Parley. */
    VAULT_NEWER,
    /** There is no vault. */
    VAULT_MISSING,
    /** There is a vault already. */
    VAULT_EXISTS,
    /** No vault, but a journal, which only the lost vault opens; or a restoring was killed. */
    JOURNAL_WITHOUT_VAULT,
    /** A startup password that cannot be one. */
    PASSWORD_UNUSABLE,
    /** Another Parley has the folder; detail: its process id, or null. */
    FOLDER_HELD,
    /** The folder cannot be made, read or written; detail: the system's reason. */
    FOLDER_UNUSABLE,
    /** The settings are damaged. */
    SETTINGS_UNREADABLE,
    /** No own name is set. */
    NAME_MISSING,
    /** The directory file cannot be read; detail: why. */
    DIRECTORY_UNREADABLE,
    /**
     * The directory file is sealed by a passphrase of its own, and it was not given or is wrong.
     */
    DIRECTORY_SEALED,
    /** The database cannot be read; detail: why. */
    JOURNAL_UNREADABLE,
    /** The database holds what is not ours. */
    JOURNAL_FOREIGN,
    /** The database is of a newer Parley. */
    JOURNAL_NEWER,
    /** The database is not there, although it was. */
    JOURNAL_GONE,
    /** The journal's head cannot be trusted: its owner decides. */
    JOURNAL_UNTRUSTED
  }

  private final Trouble trouble;
  private final @Nullable String detail;

  /** A trouble with the detail that its sentence needs, or null where it needs none. */
  public ProfileException(Trouble trouble, @Nullable String detail, @Nullable Throwable cause) {
    super(trouble + (detail == null ? "" : ": " + detail), cause);
    this.trouble = trouble;
    this.detail = detail;
  }

  /** Of a folder without a vault: whether there is a journal that lacks it. */
  public static ProfileException withoutVault(DataFolder folder) {
    Trouble trouble =
        Files.exists(folder.journal()) ? Trouble.JOURNAL_WITHOUT_VAULT : Trouble.VAULT_MISSING;
    return new ProfileException(trouble, null, null);
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
