package org.parley.ui;

import java.awt.Component;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.parley.settings.EnterKey;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Which key does what: the window's commands, and what its parts do by themselves. */
final class KeysView {
  private final Sheet sheet;
  private final JPanel list = new JPanel(new MigLayout("insets 0, wrap 2, gap 24 8", "[][grow]"));

  KeysView(UiContext ui, List<Command> commands, EnterKey enter, Component over) {
    sheet = new Sheet(over, "keys", ui.word("ui.window.keys"));
    list.setOpaque(false);
    commands.forEach(command -> row(command.keyText(), command.name()));
    boolean sends = enter == EnterKey.SENDS;
    row(key(0, KeyEvent.VK_ENTER), ui.word(sends ? "ui.keys.send" : "ui.keys.break"));
    row(
        key(InputEvent.SHIFT_DOWN_MASK, KeyEvent.VK_ENTER),
        ui.word(sends ? "ui.keys.break" : "ui.keys.send"));
    int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
    row(key(menu, KeyEvent.VK_Z), ui.word("ui.keys.undo"));
    row(key(menu | InputEvent.SHIFT_DOWN_MASK, KeyEvent.VK_Z), ui.word("ui.keys.redo"));
    row(key(0, KeyEvent.VK_ESCAPE), ui.word("ui.keys.close"));
    sheet.add(list).mainButton(Buttons.of("keys.close", ui.word("ui.common.close"), sheet::close));
  }

  private static String key(int held, int pressed) {
    return Command.text(KeyStroke.getKeyStroke(pressed, held));
  }

  private void row(String key, String does) {
    list.add(Plain.label(key, "strong"));
    list.add(Plain.label(does));
  }

  void open() {
    sheet.open();
  }
}
