package org.parley.journal;

/**
 * A batch held a received message whose id is stored already: another connection brought it between
 * {@link Journal#seen} and the commit. Nothing of the batch was written.
 */
public final class AlreadySeenException extends JournalException {
  private static final long serialVersionUID = 1L;

  private final Seen seen;

  AlreadySeenException(Seen seen) {
    super("a message of that id is stored already");
    this.seen = seen;
  }

  /** {@link Seen#SAME} or {@link Seen#OTHER}. */
  public Seen seen() {
    return seen;
  }
}
