package org.parley.ui.common;

/** Light or dark. */
public enum Look {
  /** What the desktop says; light where it says nothing. */
  SYSTEM,
  /** Dark text on light ground. */
  LIGHT,
  /** Light text on dark ground. */
  DARK
}
