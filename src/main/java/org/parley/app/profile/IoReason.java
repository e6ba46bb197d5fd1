package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** A part of a sentence for what the file system refused. */
public final class IoReason {
  private IoReason() {}

  /** Never null; names the file where the system did. */
  public static String of(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission: " + denied.getFile();
    }
    if (e instanceof NoSuchFileException missing) {
      return "not there: " + missing.getFile();
    }
    if (e instanceof NotDirectoryException file) {
      return "no folder: " + file.getFile();
    }
    if (e instanceof FileSystemException problem && problem.getReason() != null) {
      return problem.getReason() + ": " + problem.getFile();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
