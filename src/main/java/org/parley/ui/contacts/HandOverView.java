package org.parley.ui.contacts;

import java.awt.Component;
import java.awt.Font;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.function.Function;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Field;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** One directory entry as text, to be handed over. */
final class HandOverView {
  private static final int WIDTH = 448;

  private final Sheet sheet;

  /**
   * A sheet over the window.
   *
   * @param addresses to choose from; another may be typed
   * @param text the entry for an address
   */
  HandOverView(
      UiContext ui,
      Component over,
      String title,
      String sentence,
      List<String> addresses,
      Function<String, Meeting.FormText> text) {
    sheet = new Sheet(over, "handOver", title);
    JComboBox<String> address = new JComboBox<>();
    address.setName("handOver.address");
    address.setModel(new DefaultComboBoxModel<>(addresses.toArray(String[]::new)));
    address.setEditable(true);
    JTextArea entry = new JTextArea(7, 20);
    entry.setName("handOver.text");
    entry.setEditable(false);
    entry.setFont(new Font(Font.MONOSPACED, Font.PLAIN, entry.getFont().getSize()));
    Field addressField = new Field(ui.word("ui.handOver.address"), address, WIDTH);
    Field entryField =
        new Field(ui.word("ui.handOver.entry"), entry, new JScrollPane(entry), WIDTH);
    JButton copy =
        Buttons.of(
            "handOver.copy",
            "copy",
            ui.word("ui.handOver.copy"),
            () -> {
              Toolkit.getDefaultToolkit()
                  .getSystemClipboard()
                  .setContents(new StringSelection(entry.getText()), null);
              entryField.setHint(ui.word("ui.handOver.copied"));
              fit();
            });
    JTextComponent typed = (JTextComponent) address.getEditor().getEditorComponent();
    typed.setName("handOver.typed");
    typed.getAccessibleContext().setAccessibleName(ui.word("ui.handOver.address"));
    Runnable update =
        () -> {
          Meeting.FormText now = text.apply(typed.getText());
          entry.setText(now.text());
          entry.setCaretPosition(0);
          addressField.setFault(now.fault().isEmpty() ? null : now.fault());
          copy.setEnabled(!now.text().isEmpty());
          fit();
        };
    Inputs.onChange(typed, update);
    JPanel form = new JPanel(new MigLayout("insets 0, fillx, wrap 1, gap 0 16", "[grow, fill]"));
    form.setOpaque(false);
    form.add(Plain.prose(sentence, WIDTH));
    form.add(addressField);
    form.add(entryField);
    sheet
        .add(form)
        .mainButton(copy)
        .button(Buttons.of("handOver.close", ui.word("ui.common.close"), sheet::close));
    update.run();
  }

  private void fit() {
    sheet.fit();
  }

  void open() {
    sheet.open();
  }
}
