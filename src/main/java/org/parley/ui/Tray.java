package org.parley.ui;

import java.awt.AWTException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Subscription;
import org.parley.ui.common.UiContext;

/** Where a window can go that is closed and goes on receiving. Used on the event thread. */
interface Tray {

  /** Whether there is one. */
  boolean works();

  /**
   * Shows the program there.
   *
   * @param title of the window that went
   * @param open brings it back
   * @param quit ends the program
   * @return takes it away again
   * @throws AWTException where the desktop has just taken its tray away
   */
  Subscription put(String title, UiContext ui, Runnable open, Runnable quit) throws AWTException;

  /** The desktop's own. */
  static Tray ofSystem() {
    return new Tray() {
      @Override
      public boolean works() {
        return SystemTray.isSupported();
      }

      @Override
      public Subscription put(String title, UiContext ui, Runnable open, Runnable quit)
          throws AWTException {
        PopupMenu menu = new PopupMenu();
        menu.add(item(ui.word("ui.tray.open"), open));
        menu.add(item(ui.word("ui.tray.quit"), quit));
        SystemTray tray = SystemTray.getSystemTray();
        int size = Math.max(16, tray.getTrayIconSize().width);
        TrayIcon icon = new TrayIcon(Icons.markImage(size), title, menu);
        icon.addActionListener(event -> open.run());
        tray.add(icon);
        return () -> tray.remove(icon);
      }
    };
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.addActionListener(event -> action.run());
    return item;
  }
}
