package org.parley.vault;

/** There is a vault file already, and making one never overwrites it. */
public final class VaultExistsException extends VaultException {
  private static final long serialVersionUID = 1L;

  VaultExistsException() {
    super("there is a vault file already");
  }
}
