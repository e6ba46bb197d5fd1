package org.parley.ui.conversations;

import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JTextField;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Asks for another name to show for a contact. */
final class AliasSheet {
  private static final int WIDTH = 400;
  private static final int MOST = 64;

  private final Sheet sheet;

  AliasSheet(UiContext ui, Component over, String peer, String alias, Consumer<String> keep) {
    sheet = new Sheet(over, "alias", ui.word("ui.alias.title", SafeText.quoted(peer)));
    sheet.add(Plain.prose(ui.word("ui.alias.sentence"), WIDTH));
    JTextField field = new JTextField(alias);
    field.setName("alias.field");
    field.getAccessibleContext().setAccessibleName(ui.word("ui.alias.field"));
    sheet.add(field);
    sheet.mainButton(
        Buttons.of(
            "alias.save",
            ui.word("ui.common.save"),
            () -> {
              sheet.close();
              keep.accept(cut(field.getText().strip()));
            }));
    sheet.button(Buttons.of("alias.cancel", ui.word("ui.common.cancel"), sheet::close));
  }

  private static String cut(String text) {
    String line = SafeText.visible(text).replace('\n', ' ');
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST));
  }

  void open() {
    sheet.open();
  }
}
