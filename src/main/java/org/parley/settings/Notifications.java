package org.parley.settings;

/** What the desktop is told of a message that came. */
public enum Notifications {
  /** Who wrote, and nothing of what: desktops keep what they are told. */
  WITHOUT_CONTENT,
  /** Who wrote, and the beginning of what. */
  WITH_CONTENT,
  /** Nothing. */
  OFF
}
