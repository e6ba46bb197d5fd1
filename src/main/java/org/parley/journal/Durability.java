package org.parley.journal;

/** When a commit's receipt comes. */
public enum Durability {
  /** Once the transaction is on the disk: a power cut does not lose it. */
  SYNC,
  /**
   * Once the transaction is with the operating system: a killed process does not lose it, a power
   * cut may lose the last second.
   */
  ASYNC
}
