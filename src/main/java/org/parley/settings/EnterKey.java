package org.parley.settings;

/** What Enter does where a message is written; Shift+Enter does the other. */
public enum EnterKey {
  /** It sends. */
  SENDS,
  /** It breaks the line. */
  BREAKS
}
