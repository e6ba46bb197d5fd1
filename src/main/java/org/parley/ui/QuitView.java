package org.parley.ui;

import java.awt.Component;
import javax.swing.JCheckBox;
import javax.swing.JTextArea;
import org.parley.settings.Closing;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Says what closing means, and asks which is meant. */
final class QuitView {
  /**
   * What was chosen.
   *
   * @param closing {@link Closing#ASKS} where neither was
   * @param remember whether it is not to be asked again
   */
  record Answer(Closing closing, boolean remember) {}

  private static final int WIDTH = 400;

  private final Sheet sheet;
  private final JCheckBox remember;
  private Closing chosen = Closing.ASKS;

  QuitView(UiContext ui, int waiting, boolean tray, Component over) {
    sheet = new Sheet(over, "ask", ui.word("ui.quit.title"));
    JTextArea sentence = Plain.prose(ui.word("ui.quit.sentence", waiting), WIDTH);
    sentence.setName("sentence");
    remember = Plain.withoutHtml(new JCheckBox());
    remember.setText(ui.word("ui.quit.remember"));
    remember.setName("remember");
    remember.setOpaque(false);
    sheet.add(sentence).add(remember);
    sheet.mainButton(Buttons.of("yes", ui.word("ui.quit.yes"), () -> choose(Closing.QUITS)));
    if (tray) {
      sheet.button(
          Buttons.of("tray", ui.word("ui.quit.tray"), () -> choose(Closing.STAYS_IN_TRAY)));
    }
    sheet.button(Buttons.of("no", ui.word("ui.common.cancel"), sheet::close));
  }

  private void choose(Closing closing) {
    chosen = closing;
    sheet.close();
  }

  /** Waits for the answer. */
  Answer ask() {
    sheet.open();
    return new Answer(chosen, chosen != Closing.ASKS && remember.isSelected());
  }
}
