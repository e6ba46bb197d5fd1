package org.parley.directory;

/**
 * The seal does not verify: another passphrase, another vault, or a file changed since. Which of
 * these it is cannot be told.
 */
public final class WrongSealException extends DirectoryException {
  private static final long serialVersionUID = 1L;

  WrongSealException() {
    super("the directory file does not open: another passphrase or vault, or it was changed");
  }
}
