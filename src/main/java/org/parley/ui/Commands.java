package org.parley.ui;

import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.KeyStroke;
import org.parley.ui.common.UiContext;

/**
 * What the main window can do by a key, wherever the focus is, in the order of the list of keys.
 */
final class Commands {
  private final UiContext ui;
  private final List<Command> all = new ArrayList<>();
  private final int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();

  Commands(UiContext ui) {
    this.ui = ui;
  }

  /** Adds one at the platform's menu key and this one. */
  Command menu(String id, int key, Runnable doing) {
    return add(id, key, menu, doing);
  }

  /** Adds one at the platform's menu key, Shift and this one. */
  Command menuShift(String id, int key, Runnable doing) {
    return add(id, key, menu | InputEvent.SHIFT_DOWN_MASK, doing);
  }

  /** Adds one at Alt and this key. */
  Command alt(String id, int key, Runnable doing) {
    return add(id, key, InputEvent.ALT_DOWN_MASK, doing);
  }

  /** Adds one at this key alone. */
  Command plain(String id, int key, Runnable doing) {
    return add(id, key, 0, doing);
  }

  /** Adds the key of a tab, counted from 0. */
  void tab(String id, int index, Runnable doing) {
    add(id, KeyEvent.VK_1 + index, menu, doing);
  }

  private Command add(String id, int key, int held, Runnable doing) {
    Command command = new Command(ui, id, KeyStroke.getKeyStroke(key, held), doing);
    all.add(command);
    return command;
  }

  List<Command> all() {
    return List.copyOf(all);
  }
}
