package org.parley.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file with more in it than any of its kind has; nothing of it was kept. */
public final class FileTooLargeException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  FileTooLargeException(Path file, int most) {
    super(file.toString(), null, "larger than " + most + " bytes");
  }
}
