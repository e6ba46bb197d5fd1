package org.parley.ui.common;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** What one copies. */
public final class Clipboards {
  private Clipboards() {}

  /** Puts a text into the system's clipboard. On the event thread. */
  public static void copy(String text) {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
  }
}
