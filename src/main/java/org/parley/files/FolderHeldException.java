package org.parley.files;

import java.io.IOException;

/** Another process has the folder open. */
public final class FolderHeldException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long pid;

  FolderHeldException(long pid) {
    super("the folder is held by process " + pid);
    this.pid = pid;
  }

  /** Its number as it wrote it down; 0 where that could not be read. */
  public long pid() {
    return pid;
  }
}
