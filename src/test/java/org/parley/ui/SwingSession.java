package org.parley.ui;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Loads the pure-Java screen before anything touches the toolkit. {@code -Dparley.screen=real}
 * leaves the screen that DISPLAY names, for a second opinion; a window manager must run there.
 */
public final class SwingSession implements LauncherSessionListener {
  static final boolean REAL_SCREEN = "real".equals(System.getProperty("parley.screen"));

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (REAL_SCREEN) {
      return;
    }
    try {
      // Its static part replaces toolkit and graphics environment; the properties alone do nothing.
      Class.forName("com.github.caciocavallosilano.cacio.ctc.junit.CacioExtension");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("cacio-tta is not on the test path", e);
    }
  }
}
