package org.parley.journal;

/**
 * Whether a row of STATE is one that its owner sealed; asked when a journal is set aside and in a
 * whole verification.
 */
@FunctionalInterface
public interface StateCheck {
  /** Whether the seal verifies. */
  boolean verifies(StoredState row);
}
