package org.parley.journal;

/** What is known of a received message's id. */
public enum Seen {
  /** No message of that peer has it. */
  NEW,
  /** It is stored, with the same bytes: acknowledge again, do not store. */
  SAME,
  /** It is stored with other bytes: refuse. */
  OTHER
}
