package org.parley.directory;

/** The file is sealed with a passphrase of its own, and none was given. */
public final class PassphraseNeededException extends DirectoryException {
  private static final long serialVersionUID = 1L;

  PassphraseNeededException() {
    super("the directory file is sealed with a passphrase of its own");
  }
}
