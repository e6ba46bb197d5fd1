package org.parley.ui;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Loads the pure-Java screen before anything touches the toolkit. */
public final class SwingSession implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      // Its static part replaces toolkit and graphics environment; the properties alone do nothing.
      Class.forName("com.github.caciocavallosilano.cacio.ctc.junit.CacioExtension");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("cacio-tta is not on the test path", e);
    }
  }
}
