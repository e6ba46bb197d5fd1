package org.parley.messaging;

/** This machine cannot store it now; the message says why, in the system's words. */
public final class StorageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason, which is told in the cause's words. */
  public StorageException(Throwable cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
  }

  /** The reason, never null. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
