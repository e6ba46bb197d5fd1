package org.parley.ui.settings;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;

/** Shows a folder in the desktop's own program for it. Waits for that: not on the event thread. */
final class Folders {
  private Folders() {}

  static void open(Path folder) throws IOException {
    if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
      throw new IOException("this desktop has no program that shows a folder");
    }
    Desktop.getDesktop().open(folder.toFile());
  }
}
