package org.parley.ui.common;

import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.Window;
import java.awt.event.WindowListener;
import javax.swing.ActionMap;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.RootPaneContainer;
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
    loosen(window);
    layOutSomethingElse(window);
  }

  /** Whoever keeps the window a while keeps nothing that hangs on it. */
  private static void loosen(Window window) {
    for (WindowListener listener : window.getWindowListeners()) {
      window.removeWindowListener(listener);
    }
    if (window instanceof RootPaneContainer holder) {
      holder.getRootPane().setActionMap(new ActionMap());
      holder.getRootPane().setDefaultButton(null);
      holder.setContentPane(new JPanel());
      holder.setGlassPane(new JPanel());
    }
  }

  /** The platform keeps the text that it laid out last: an empty one takes its place. */
  private static void layOutSomethingElse(Window window) {
    Font font = new Font(Font.DIALOG, Font.PLAIN, 12);
    char[] nothing = {' '};
    font.layoutGlyphVector(
        window.getFontMetrics(font).getFontRenderContext(),
        nothing,
        0,
        nothing.length,
        Font.LAYOUT_LEFT_TO_RIGHT);
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
