package org.parley.ui.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks the desktop whether it is dark. Waits for another program: not for the event thread. */
public final class SystemLook {
  private SystemLook() {}

  /** Whether the desktop says dark; false where it says nothing. */
  public static boolean isDark() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return says("dark", "defaults", "read", "-g", "AppleInterfaceStyle");
    }
    if (system.contains("win")) {
      return says(
          "0x0",
          "reg",
          "query",
          "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
          "/v",
          "AppsUseLightTheme");
    }
    return says("dark", "gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
  }

  private static boolean says(String word, String... command) {
    try {
      Process asked = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      asked.getOutputStream().close();
      if (!asked.waitFor(2, TimeUnit.SECONDS)) {
        asked.destroyForcibly();
        return false;
      }
      String answer = new String(asked.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
      return asked.exitValue() == 0 && answer.toLowerCase(Locale.ROOT).contains(word);
    } catch (IOException e) {
      return false; // no such program: this desktop does not say
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
