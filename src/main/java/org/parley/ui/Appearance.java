package org.parley.ui;

import org.parley.settings.ClearSettings;
import org.parley.settings.Look;
import org.parley.ui.common.SystemLook;
import org.parley.ui.common.Theme;

/**
 * How everything is shown. Finding out waits for the desktop; applying is for the event thread.
 *
 * @param systemIsDark asked only where the look is the system's
 */
record Appearance(Look look, boolean systemIsDark, int textPercent) {

  /** As chosen; not on the event thread. */
  static Appearance of(Look look, int textPercent) {
    return new Appearance(look, look == Look.SYSTEM && SystemLook.isDark(), textPercent);
  }

  /** As chosen; not on the event thread. */
  static Appearance of(ClearSettings chosen) {
    return of(chosen.look(), chosen.textPercent());
  }

  void apply() {
    Theme.apply(look, systemIsDark, textPercent);
  }
}
