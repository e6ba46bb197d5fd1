package org.parley.directory;

/** A step that cannot be undone or done again: the directory was changed elsewhere since. */
public final class OutdatedStepException extends DirectoryException {
  private static final long serialVersionUID = 1L;

  OutdatedStepException() {
    super("the directory was changed elsewhere since that step");
  }
}
