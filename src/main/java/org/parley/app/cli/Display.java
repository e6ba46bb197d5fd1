package org.parley.app.cli;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import org.parley.app.console.CommandFailed;

/** Whether there is a screen for a window. */
final class Display {
  private Display() {}

  /** One sentence where there is none. */
  static void require(Surroundings here) throws CommandFailed {
    if (!isThere()) {
      throw CommandFailed.failed(here.say("no-display"));
    }
  }

  /** The three ways in which Java says so: no DISPLAY, one that is dead, a JDK without windows. */
  private static boolean isThere() {
    try {
      if (GraphicsEnvironment.isHeadless()) {
        return false;
      }
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
      Toolkit.getDefaultToolkit().getScreenSize();
      return true;
    } catch (HeadlessException | AWTError | UnsatisfiedLinkError | NoClassDefFoundError e) {
      return false;
    }
  }
}
