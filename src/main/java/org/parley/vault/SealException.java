package org.parley.vault;

/** Sealed bytes that were not sealed so: another key, purpose or name, or changed since. */
public final class SealException extends Exception {
  private static final long serialVersionUID = 1L;

  SealException() {
    super("the seal does not verify");
  }
}
