package org.parley.settings;

/** The settings file is not what Parley writes; it is left as it is. */
public final class SettingsDamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  SettingsDamagedException(String what) {
    super("the settings file is damaged: " + what);
  }
}
