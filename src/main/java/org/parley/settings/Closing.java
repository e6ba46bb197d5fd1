package org.parley.settings;

/** What happens when the window is closed. */
public enum Closing {
  /** It is asked. */
  ASKS,
  /** The program ends. */
  QUITS,
  /** The window goes, and messages are received on, where the desktop has a tray. */
  STAYS_IN_TRAY
}
