package org.parley.session;

import org.jspecify.annotations.Nullable;

/**
 * What became of a PDU.
 *
 * @param kind which of the five
 * @param check the check that failed; set if and only if it was rejected
 */
public record Outcome(Kind kind, @Nullable Check check) {
  /** The kinds of outcome. */
  public enum Kind {
    /** Ours, to be sent once the journal has it. */
    SENT,
    /** Received and acted upon. */
    OK,
    /** A text that was stored under its id before; acknowledged again. */
    AGAIN,
    /** Received too far from our clock: not answered, no effect. */
    IGNORED,
    /** Received, and the end of the connection. */
    REJECTED
  }

  static final Outcome SENT = new Outcome(Kind.SENT, null);
  static final Outcome OK = new Outcome(Kind.OK, null);
  static final Outcome AGAIN = new Outcome(Kind.AGAIN, null);
  static final Outcome IGNORED = new Outcome(Kind.IGNORED, null);

  static Outcome rejected(Check check) {
    return new Outcome(Kind.REJECTED, check);
  }

  /** As in the journal: "sent", "ok", "again", "ignored: window", "rejected: " and the check. */
  public String text() {
    return switch (kind) {
      case SENT -> "sent";
      case OK -> "ok";
      case AGAIN -> "again";
      case IGNORED -> "ignored: window";
      case REJECTED -> "rejected: " + (check == null ? "" : check.word());
    };
  }
}
