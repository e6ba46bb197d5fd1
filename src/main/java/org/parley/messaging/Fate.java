package org.parley.messaging;

/** What is known, never what is hoped, of a message. */
public enum Fate {
  /** Somebody else's, stored here. */
  RECEIVED,
  /** Ours, in the outbox, tried again at a known time. */
  WAITING,
  /** Ours, a try is under way. */
  SENDING,
  /** Ours, and the peer said, authenticated, that it is on its disk. */
  DELIVERED,
  /** Ours, not delivered, and not tried again unless asked. */
  FAILED,
  /** Ours, and withdrawn here; an earlier try may have reached the peer unnoticed. */
  CANCELLED,
  /** Its content was taken out of the log by the owner. */
  REMOVED
}
