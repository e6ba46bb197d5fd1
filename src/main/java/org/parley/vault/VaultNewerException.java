package org.parley.vault;

/** The file is whole and of a format that a newer Parley made; it is left as it is. */
public final class VaultNewerException extends VaultException {
  private static final long serialVersionUID = 1L;

  VaultNewerException() {
    super("the vault file was made by a newer version");
  }
}
