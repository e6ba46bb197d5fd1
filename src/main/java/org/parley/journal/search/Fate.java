package org.parley.journal.search;

/** What the journal knows of a sent message; of a received one, always {@link #UNKNOWN}. */
public enum Fate {
  /** No answer to any of its tries is in the journal. */
  UNKNOWN,
  /** An authenticated {@code ack}: it is on the peer's disk. */
  DELIVERED,
  /** An authenticated {@code nack} was the last answer, see {@link Refusal}. */
  REFUSED
}
