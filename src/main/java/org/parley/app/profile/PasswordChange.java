package org.parley.app.profile;

/** Changes the startup password of a folder that nobody has open. */
public final class PasswordChange {
  private PasswordChange() {}

  /** Rewraps the master key: no row is touched. Both passwords stay the caller's to wipe. */
  public static void in(DataFolder folder, char[] old, char[] fresh) throws ProfileException {
    if (!folder.hasVault()) {
      throw ProfileException.withoutVault(folder);
    }
    try (Opened opened = new Opened()) {
      Assembly.lock(folder, opened);
      VaultOpening.change(folder, old, fresh);
    }
  }
}
