package org.parley.directory;

/** A format that a newer Parley made; the file is left as it is. */
public final class DirectoryNewerException extends DirectoryException {
  private static final long serialVersionUID = 1L;

  DirectoryNewerException() {
    super("the directory file was made by a newer version");
  }
}
