package org.parley.ui.common;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import javax.swing.text.JTextComponent;

/**
 * Takes what was shown out of components that are no longer needed: Swing keeps disposed windows
 * for a while, in its focus and painting machinery. On the event thread.
 */
public final class Forget {
  private Forget() {}

  /** Empties the window, every dialog that belongs to it, and takes their parts out. */
  public static void all(Window window) {
    for (Window owned : window.getOwnedWindows()) {
      all(owned);
    }
    empty(window);
  }

  private static void empty(Container container) {
    for (Component child : container.getComponents()) {
      forget(child);
      if (child instanceof Container inner) {
        empty(inner);
      }
    }
  }

  private static void forget(Component component) {
    if (component instanceof JTextComponent text) {
      text.setText("");
    } else if (component instanceof JLabel label) {
      label.setText("");
    } else if (component instanceof JList<?> list) {
      forget(list);
    } else if (component instanceof JTable table) {
      table.setModel(new DefaultTableModel());
    }
  }

  private static <T> void forget(JList<T> list) {
    list.setModel(new DefaultListModel<>());
  }
}
