package org.parley.directory;

/** What was to become an entry cannot be one; {@link #problems()} says why, field by field. */
public final class InvalidContactException extends DirectoryException {
  private static final long serialVersionUID = 1L;

  private final transient FieldProblems problems;

  InvalidContactException(FieldProblems problems) {
    super("not a usable entry: " + problems);
    this.problems = problems;
  }

  /** At least one. */
  public FieldProblems problems() {
    return problems;
  }
}
