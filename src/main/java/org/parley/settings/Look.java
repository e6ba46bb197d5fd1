package org.parley.settings;

/** How the window looks. */
public enum Look {
  /** As the system does. */
  SYSTEM,
  /** Light. */
  LIGHT,
  /** Dark. */
  DARK
}
