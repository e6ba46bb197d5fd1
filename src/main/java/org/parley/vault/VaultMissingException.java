package org.parley.vault;

/** There is no vault file here. */
public final class VaultMissingException extends VaultException {
  private static final long serialVersionUID = 1L;

  VaultMissingException() {
    super("there is no vault file");
  }
}
