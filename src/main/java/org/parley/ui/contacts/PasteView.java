package org.parley.ui.contacts;

import java.awt.Component;
import java.awt.Font;
import java.util.function.Function;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Where an entry that somebody handed over is pasted. */
final class PasteView {
  private static final int WIDTH = 448;

  private final Sheet sheet;

  /**
   * A sheet over the window.
   *
   * @param read takes the text; gives what is wrong with it, or an empty text
   */
  PasteView(UiContext ui, Component over, Function<String, String> read) {
    sheet = new Sheet(over, "paste", ui.word("ui.paste.title"));
    JTextArea text = new JTextArea(8, 20);
    text.setName("paste.text");
    text.setLineWrap(true);
    text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, text.getFont().getSize()));
    text.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    text.setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    Field field = new Field(ui.word("ui.paste.text"), text, new JScrollPane(text), WIDTH);
    Inputs.onChange(text, () -> field.setFault(null));
    sheet
        .add(Plain.prose(ui.word("ui.paste.sentence"), WIDTH))
        .addGrowing(field)
        .mainButton(
            Buttons.of(
                "paste.use",
                ui.word("ui.paste.use"),
                () -> {
                  String fault = read.apply(text.getText());
                  field.setFault(fault.isEmpty() ? null : fault);
                  if (fault.isEmpty()) {
                    sheet.close();
                  } else {
                    sheet.fit();
                  }
                }))
        .button(Buttons.of("paste.cancel", ui.word("ui.common.cancel"), sheet::close));
  }

  void open() {
    sheet.open();
  }
}
