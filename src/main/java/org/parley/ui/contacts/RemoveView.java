package org.parley.ui.contacts;

import java.awt.Component;
import java.util.List;
import javax.swing.JCheckBox;
import javax.swing.JTextArea;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Asks before contacts are removed, and what to do with what waits for them. */
final class RemoveView {
  private static final int WIDTH = 400;
  private static final int MOST_NAMES = 24;

  enum Choice {
    KEEP_CONTACT,
    REMOVE,
    REMOVE_AND_WITHDRAW
  }

  private final Sheet sheet;
  private Choice choice = Choice.KEEP_CONTACT;

  /** One question for all of the names, which are safe to show. */
  RemoveView(UiContext ui, Component over, List<String> names, int waiting) {
    int count = names.size();
    sheet =
        new Sheet(
            over,
            "remove",
            count == 1
                ? ui.word("ui.remove.title", names.get(0))
                : ui.word("ui.remove.title.many", count));
    if (count > 1) {
      JTextArea list = Plain.prose(list(ui, names), WIDTH);
      list.setName("remove.names");
      sheet.add(list);
    }
    sheet.add(Plain.prose(ui.word("ui.remove.sentence", count), WIDTH));
    JCheckBox withdraw = new JCheckBox(ui.word("ui.remove.withdraw", waiting));
    withdraw.setName("remove.withdraw");
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

  private static String list(UiContext ui, List<String> names) {
    String first = ui.listed(names.subList(0, Math.min(names.size(), MOST_NAMES)));
    int more = names.size() - MOST_NAMES;
    return more <= 0 ? first : ui.word("ui.remove.more", first, more);
  }

  Choice open() {
    sheet.open();
    return choice;
  }
}
