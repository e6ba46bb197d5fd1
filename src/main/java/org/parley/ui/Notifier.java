package org.parley.ui;

import java.awt.AWTException;
import java.awt.SystemTray;
import java.awt.Taskbar;
import java.awt.TrayIcon;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.swing.JFrame;
import org.parley.ui.common.Icons;

/**
 * Tells of something while nobody looks: by the desktop's tray where there is one, else the window
 * asks for attention. Used on the event thread.
 */
final class Notifier {
  private final JFrame frame;
  private Optional<TrayIcon> icon = Optional.empty();

  Notifier(JFrame frame) {
    this.frame = frame;
  }

  void tell(String title, String text) {
    if (SystemTray.isSupported() && trayIcon().isPresent()) {
      trayIcon().get().displayMessage(title, text, TrayIcon.MessageType.NONE);
    } else if (Taskbar.isTaskbarSupported()) {
      askForAttention();
    }
  }

  private void askForAttention() {
    try {
      Taskbar taskbar = Taskbar.getTaskbar();
      if (taskbar.isSupported(Taskbar.Feature.USER_ATTENTION_WINDOW)) {
        taskbar.requestWindowUserAttention(frame);
      }
    } catch (UnsupportedOperationException e) {
      // The toolkit says that it has a taskbar and has none: the title still counts.
      System.getLogger("org.parley.ui").log(Level.INFO, "no taskbar", e);
    }
  }

  /** The one that the program shows already, or else one of its own. */
  private Optional<TrayIcon> trayIcon() {
    TrayIcon[] shown = SystemTray.getSystemTray().getTrayIcons();
    if (shown.length > 0) {
      return Optional.of(shown[0]);
    }
    if (icon.isEmpty()) {
      TrayIcon made = new TrayIcon(Icons.windowImages().get(1), frame.getTitle());
      made.setImageAutoSize(true);
      made.addActionListener(event -> frame.toFront());
      try {
        SystemTray.getSystemTray().add(made);
        icon = Optional.of(made);
      } catch (AWTException e) {
        // The desktop says that it has a tray and has none: the title still counts.
        System.getLogger("org.parley.ui").log(Level.INFO, "no tray", e);
      }
    }
    return icon;
  }

  /** Takes its icon out of the tray. */
  void close() {
    icon.ifPresent(shown -> SystemTray.getSystemTray().remove(shown));
    icon = Optional.empty();
  }
}
