package org.parley.ui.contacts;

import java.awt.Component;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** A check while it runs, and what it said. */
final class CheckView {
  private final Sheet sheet;
  private final UiContext ui;
  private final JProgressBar bar = new JProgressBar();
  private final JTextArea sentence;
  private final JButton close;

  CheckView(UiContext ui, Component over, String name, Runnable cancel) {
    this.ui = ui;
    sheet = new Sheet(over, "check", ui.word("ui.check.title", name));
    sentence = Plain.prose(ui.word("ui.check.sentence"), 400);
    sentence.setName("check.sentence");
    bar.setIndeterminate(true);
    bar.getAccessibleContext().setAccessibleName(ui.word("ui.check.runs"));
    close = Buttons.of("check.close", ui.word("ui.common.cancel"), sheet::close);
    sheet.add(sentence).add(bar).mainButton(close).onClose(cancel);
  }

  void open() {
    sheet.open();
  }

  void ended(String result, boolean well) {
    bar.setVisible(false);
    sentence.putClientProperty("FlatLaf.styleClass", "prose");
    sentence.setForeground(
        org.parley.ui.common.Theme.colour(well ? "goodForeground" : "faultForeground"));
    sentence.setText(result);
    close.setText(ui.word("ui.common.close"));
    sheet.fit();
  }
}
