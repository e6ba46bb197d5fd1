package org.parley.vault;

/** A password that none can have: of zero bytes, or with half a character in it. */
public final class UnusablePasswordException extends VaultException {
  private static final long serialVersionUID = 1L;

  UnusablePasswordException() {
    super("a password has at least one character, and whole ones");
  }
}
