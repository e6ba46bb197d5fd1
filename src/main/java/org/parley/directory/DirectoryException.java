package org.parley.directory;

/**
 * The directory could not be read or changed. The subclasses are what a caller treats differently;
 * none holds a password. Trouble with the disk is an {@code IOException} instead.
 */
public abstract class DirectoryException extends Exception {
  private static final long serialVersionUID = 1L;

  DirectoryException(String message) {
    super(message);
  }
}
