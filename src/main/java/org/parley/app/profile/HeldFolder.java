package org.parley.app.profile;

import java.io.IOException;
import org.parley.vault.JournalId;
import org.parley.vault.Vault;
import org.parley.vault.VaultException;

/** A data folder that is held without being opened: nobody else has it, no password is needed. */
public final class HeldFolder implements AutoCloseable {
  private final DataFolder folder;
  private final Opened opened;

  private HeldFolder(DataFolder folder, Opened opened) {
    this.folder = folder;
    this.opened = opened;
  }

  /** Takes a folder with a vault. */
  public static HeldFolder take(DataFolder folder) throws ProfileException {
    if (!folder.hasVault()) {
      throw ProfileException.withoutVault(folder);
    }
    Opened opened = new Opened();
    boolean taken = false;
    try {
      Assembly.lock(folder, opened);
      taken = true;
      return new HeldFolder(folder, opened);
    } finally {
      if (!taken) {
        opened.close();
      }
    }
  }

  /** Which it is. */
  public DataFolder folder() {
    return folder;
  }

  /** The journal that its vault names, as far as that can be told without the password. */
  public JournalId journalId() throws ProfileException {
    try {
      return Vault.journalNamedIn(folder.vault());
    } catch (VaultException e) {
      throw VaultOpening.told(e);
    } catch (IOException e) {
      throw VaultOpening.unusable(e);
    }
  }

  /** Lets go of it. */
  @Override
  public void close() {
    opened.close();
  }
}
