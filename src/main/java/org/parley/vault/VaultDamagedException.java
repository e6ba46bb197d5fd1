package org.parley.vault;

/** The file is not what Parley wrote, whatever the password; it is left as it is. */
public final class VaultDamagedException extends VaultException {
  private static final long serialVersionUID = 1L;

  VaultDamagedException(String what) {
    super("the vault file is damaged: " + what);
  }
}
