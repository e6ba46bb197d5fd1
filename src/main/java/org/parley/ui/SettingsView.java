package org.parley.ui;

import java.awt.Component;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import net.miginfocom.swing.MigLayout;
import org.parley.settings.Look;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** The settings, which act at once. */
final class SettingsView {
  private final Sheet sheet;

  SettingsView(UiContext ui, MainModel model, MainController controller, Component over) {
    sheet = new Sheet(over, "settings", ui.word("ui.window.settings"));
    JPanel looks = new JPanel(new MigLayout("insets 0, wrap 1, gap 0 8"));
    looks.setOpaque(false);
    looks.add(Plain.label(ui.word("ui.settings.look"), "strong"));
    ButtonGroup group = new ButtonGroup();
    for (Look look : Look.values()) {
      JRadioButton choice = new JRadioButton(ui.word("ui.settings.look." + look));
      choice.setName("look." + look);
      choice.setOpaque(false);
      choice.setSelected(model.look.get() == look);
      choice.addActionListener(event -> controller.onLook(look));
      group.add(choice);
      looks.add(choice);
    }
    sheet
        .add(looks)
        .mainButton(Buttons.of("settings.close", ui.word("ui.common.close"), sheet::close));
  }

  void open() {
    sheet.open();
  }
}
