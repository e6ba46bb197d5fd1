package org.parley.vault;

/**
 * The vault could not be made, opened or changed. The subclasses are what a caller treats
 * differently; none holds anything secret. Trouble with the disk is an {@code IOException} instead.
 */
public abstract class VaultException extends Exception {
  private static final long serialVersionUID = 1L;

  VaultException(String message) {
    super(message);
  }
}
