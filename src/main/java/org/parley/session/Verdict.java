package org.parley.session;

/** What became of a text that was offered. */
public enum Verdict {
  /** It is about to be committed as new, together with the events of the next reaction. */
  STORED,
  /** The same bytes are stored under its id: acknowledged again. */
  AGAIN,
  /** Other bytes are stored under its id. */
  ID_REUSED,
  /** It cannot be stored now. */
  STORAGE
}
