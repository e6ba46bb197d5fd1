package org.parley.vault;

/** The file is whole, and this is not its password. */
public final class WrongPasswordException extends VaultException {
  private static final long serialVersionUID = 1L;

  WrongPasswordException() {
    super("the password does not open the vault");
  }
}
