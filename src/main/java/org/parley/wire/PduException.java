package org.parley.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are no PDU. The message names the rule or the member, never a value. */
public final class PduException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which of the two checks failed; the first that did. */
  public enum Fault {
    /** Not one JSON object in valid UTF-8 within the strict rules. */
    JSON,
    /** A member is missing, of another type or outside its values; base64 counts as one. */
    SHAPE
  }

  private final Fault fault;

  PduException(Fault fault, @Nullable String message) {
    super(message);
    this.fault = fault;
  }

  /** The check that failed. */
  public Fault fault() {
    return fault;
  }
}
