package org.parley.ui.workplace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the status line tells, at one moment.
 *
 * @param addresses this machine's addresses that others could use, best first; may be empty
 * @param port the port that is listened on, or 0 where nothing listens
 * @param lastReached when somebody last authenticated from outside; null if nobody did yet
 * @param journal what is known of the journal's integrity
 * @param entries rows in the journal
 * @param waiting messages in the outbox
 * @param clockOffsetMillis how far a peer's clock was from ours when it last made a connection
 *     fail; null if none did
 */
public record Status(
    List<String> addresses,
    int port,
    @Nullable Instant lastReached,
    Journal journal,
    long entries,
    int waiting,
    @Nullable Long clockOffsetMillis) {

  /** What is known of the journal's integrity. */
  public enum Journal {
    /** Head, anchors and the newest rows were right at unlock. */
    OPENED,
    /** A whole verification runs. */
    VERIFYING,
    /** A whole verification found nothing. */
    VERIFIED,
    /** Something was found and not accepted yet. */
    DAMAGED
  }

  /** Copies the list. */
  public Status {
    addresses = List.copyOf(addresses);
  }
}
