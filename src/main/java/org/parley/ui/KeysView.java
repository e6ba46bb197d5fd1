package org.parley.ui;

import java.awt.Component;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Which key does what. */
final class KeysView {
  private static final List<String> KEYS =
      List.of(
          "jump",
          "find",
          "newContact",
          "toAddress",
          "tabs",
          "step",
          "send",
          "break",
          "settings",
          "help",
          "close");

  private final Sheet sheet;

  KeysView(UiContext ui, Component over) {
    sheet = new Sheet(over, "keys", ui.word("ui.window.keys"));
    String menu =
        InputEvent.getModifiersExText(Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx());
    JPanel list = new JPanel(new MigLayout("insets 0, wrap 2, gap 24 8", "[][grow]"));
    list.setOpaque(false);
    for (String key : KEYS) {
      JLabel combination = Plain.label(ui.word("ui.keys." + key, menu), "strong");
      list.add(combination);
      list.add(Plain.label(ui.word("ui.keys." + key + ".does")));
    }
    sheet.add(list).mainButton(Buttons.of("keys.close", ui.word("ui.common.close"), sheet::close));
  }

  void open() {
    sheet.open();
  }
}
