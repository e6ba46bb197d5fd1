package org.parley.ui.contacts;

import java.awt.Component;
import javax.swing.JCheckBox;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Asks before a contact is removed, and what to do with what waits for it. */
final class RemoveView {
  enum Choice {
    KEEP_CONTACT,
    REMOVE,
    REMOVE_AND_WITHDRAW
  }

  private final Sheet sheet;
  private Choice choice = Choice.KEEP_CONTACT;

  RemoveView(UiContext ui, Component over, String name, int waiting) {
    sheet = new Sheet(over, "remove", ui.word("ui.remove.title", name));
    JCheckBox withdraw = new JCheckBox(ui.word("ui.remove.withdraw", waiting));
    withdraw.setName("remove.withdraw");
    sheet.add(Plain.prose(ui.word("ui.remove.sentence"), 400));
    if (waiting > 0) {
      withdraw.setSelected(true);
      withdraw.setOpaque(false);
      sheet.add(withdraw);
    }
    sheet
        .mainButton(
            Buttons.of(
                "remove.yes",
                ui.word("ui.contacts.remove"),
                () -> {
                  choice =
                      waiting > 0 && withdraw.isSelected()
                          ? Choice.REMOVE_AND_WITHDRAW
                          : Choice.REMOVE;
                  sheet.close();
                }))
        .button(Buttons.of("remove.no", ui.word("ui.common.cancel"), sheet::close));
  }

  Choice open() {
    sheet.open();
    return choice;
  }
}
