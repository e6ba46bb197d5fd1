package org.parley.ui.workplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the wire log: a connection, or a row that belongs to none.
 *
 * @param kind what it is
 * @param first its first row, as far as it was looked for
 * @param last its last row
 * @param began the time of its first row; null where it cannot be read
 * @param peer who it was with, as far as was known; null where nobody was
 * @param address the other end; null where there is none
 * @param session the connection's UUID; null for what is none
 * @param outgoing whether we dialled
 * @param result what came of it
 * @param detail the check that failed of {@link Result#REJECTED}, a local row's type, else null
 * @param of the row that a local row is about; null where it is about none
 */
public record WireItem(
    Kind kind,
    long first,
    long last,
    @Nullable Instant began,
    @Nullable String peer,
    @Nullable String address,
    @Nullable String session,
    boolean outgoing,
    Result result,
    @Nullable String detail,
    @Nullable Long of) {

  /** What a line is about. */
  public enum Kind {
    /** One connection. */
    CONNECTION,
    /** The journal says something about itself or about a row. */
    LOCAL,
    /** A row whose content the owner took out. */
    REMOVED,
    /** A row that cannot be read. */
    DAMAGED
  }

  /** What came of a connection; each has words under {@code ui.wire.result.<name>}. */
  public enum Result {
    /** Our message was acknowledged. */
    DELIVERED,
    /** Their message was stored. */
    STORED,
    /** Their message was stored before, and acknowledged again. */
    AGAIN,
    /** Both proved who they are, and nothing was sent. */
    CHECKED,
    /** The message was refused. */
    REFUSED,
    /** Our message was sent, and no answer came. */
    UNANSWERED,
    /** A check failed, which ended it. */
    REJECTED,
    /** One side refused before both had proved who they are. */
    NOT_AUTHENTICATED,
    /** What came was too far from our clock. */
    CLOCK,
    /** It ended in the middle. */
    BROKEN_OFF,
    /** It is no connection. */
    NONE;

    /** Whether it did not go well. */
    public boolean failed() {
      return switch (this) {
        case DELIVERED, STORED, AGAIN, CHECKED, NONE -> false;
        case REFUSED, UNANSWERED, REJECTED, NOT_AUTHENTICATED, CLOCK, BROKEN_OFF -> true;
      };
    }
  }

  /** Whether it is something that went wrong. */
  public boolean failed() {
    return kind == Kind.DAMAGED || result.failed();
  }
}
