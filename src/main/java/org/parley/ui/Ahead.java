package org.parley.ui;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Loads what every window needs on a thread of its own, while the program still reads its command
 * line and settings: half of the time until the first window is there goes into loading classes.
 * Nothing is shown by it, and nothing depends on it.
 */
public final class Ahead {
  /** Classes in the order in which the unlock window needs them. */
  private static final String LIST = "/org/parley/ahead.txt";

  private Ahead() {}

  /** Begins, and returns at once. */
  public static void begin() {
    Thread thread = new Thread(Ahead::load, "parley-ahead");
    thread.setDaemon(true);
    // What fails here, such as a screen that is not there, the window meets again, and says it.
    thread.setUncaughtExceptionHandler((ended, why) -> {});
    thread.start();
  }

  private static void load() {
    if (GraphicsEnvironment.isHeadless()) {
      return;
    }
    GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
    Toolkit.getDefaultToolkit();
    new Font(Font.DIALOG, Font.PLAIN, 12).canDisplay('a');
    names().forEach(Ahead::link);
  }

  static List<String> names() {
    try (InputStream in = Ahead.class.getResourceAsStream(LIST)) {
      byte[] all = Objects.requireNonNull(in, LIST).readAllBytes();
      return new String(all, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Loads and verifies a class, and leaves its initialisation to who uses it: two threads that
   * initialise in different orders can wait for each other for good.
   *
   * @return whether there is one of that name; other Java versions have other inner parts
   */
  static boolean link(String name) {
    try {
      // Asking for its constructors has it verified, too.
      return Class.forName(name, false, Ahead.class.getClassLoader()).getDeclaredConstructors()
          != null;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
