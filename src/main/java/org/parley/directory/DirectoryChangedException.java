package org.parley.directory;

/**
 * Another program changed the file, or took it away, since it was last read; it is left as it is.
 */
public final class DirectoryChangedException extends DirectoryException {
  private static final long serialVersionUID = 1L;

  DirectoryChangedException() {
    super("the directory file was changed by another program");
  }
}
