package org.parley.directory;

/** The part of an entry that a problem is about. */
public enum Field {
  /** The entry as a whole. */
  ENTRY,
  /** {@code username}. */
  NAME,
  /** {@code ip}. */
  HOST,
  /** {@code port}. */
  PORT,
  /** {@code password}. */
  PASSWORD
}
