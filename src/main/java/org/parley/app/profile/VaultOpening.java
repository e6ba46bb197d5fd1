package org.parley.app.profile;

import java.io.IOException;
import org.parley.app.profile.ProfileException.Trouble;
import org.parley.vault.UnusablePasswordException;
import org.parley.vault.Vault;
import org.parley.vault.VaultDamagedException;
import org.parley.vault.VaultException;
import org.parley.vault.VaultExistsException;
import org.parley.vault.VaultMissingException;
import org.parley.vault.VaultNewerException;
import org.parley.vault.WrongPasswordException;

/** Makes, opens and rewraps the vault of a data folder. */
final class VaultOpening {
  private VaultOpening() {}

  static Vault open(DataFolder folder, char[] password) throws ProfileException {
    try {
      return Vault.open(folder.vault(), password);
    } catch (VaultException e) {
      throw told(e);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  static Vault create(DataFolder folder, char[] password) throws ProfileException {
    try {
      return Vault.create(folder.vault(), password);
    } catch (VaultException e) {
      throw told(e);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  static void change(DataFolder folder, char[] old, char[] fresh) throws ProfileException {
    try (Vault vault = open(folder, old)) {
      vault.changePassword(old, fresh);
    } catch (VaultException e) {
      throw told(e);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  static ProfileException told(VaultException e) {
    return new ProfileException(trouble(e), null, e);
  }

  private static Trouble trouble(VaultException e) {
    if (e instanceof WrongPasswordException) {
      return Trouble.WRONG_PASSWORD;
    } else if (e instanceof VaultMissingException) {
      return Trouble.VAULT_MISSING;
    } else if (e instanceof VaultExistsException) {
      return Trouble.VAULT_EXISTS;
    } else if (e instanceof VaultNewerException) {
      return Trouble.VAULT_NEWER;
    } else if (e instanceof UnusablePasswordException) {
      return Trouble.PASSWORD_UNUSABLE;
    } else if (e instanceof VaultDamagedException) {
      return Trouble.VAULT_DAMAGED;
    }
    throw new IllegalArgumentException("unknown " + e.getClass());
  }

  static ProfileException unusable(IOException e) {
    return new ProfileException(Trouble.FOLDER_UNUSABLE, IoReason.of(e), e);
  }
}
