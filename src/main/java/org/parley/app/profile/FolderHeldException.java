package org.parley.app.profile;

/** Another Parley has the folder open. */
public final class FolderHeldException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long process;

  FolderHeldException(long process) {
    super("the data folder is held by process " + process);
    this.process = process;
  }

  /** Its process id; 0 where it is not known. */
  public long process() {
    return process;
  }
}
