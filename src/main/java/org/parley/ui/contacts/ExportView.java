package org.parley.ui.contacts;

import java.awt.Component;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Asks where the directory goes, and whether its passwords go with it. */
final class ExportView {
  private static final int WIDTH = 448;

  private final Sheet sheet;
  private final UiContext ui;
  private final FileField file;
  private final JCheckBox passwords;

  ExportView(UiContext ui, Component over) {
    this.ui = ui;
    sheet = new Sheet(over, "contactsExport", ui.word("ui.contacts.export.title"));
    file = new FileField(ui, "contactsExport.file", WIDTH, sheet::fit);
    passwords = Plain.withoutHtml(new JCheckBox());
    passwords.setText(ui.word("ui.contacts.export.passwords"));
    passwords.setName("contactsExport.passwords");
    passwords.setOpaque(false);
  }

  /** Shows it; the action gets the file and whether with passwords, each time it is asked for. */
  void open(BiConsumer<Path, Boolean> export) {
    JButton go =
        Buttons.of(
            "contactsExport.go",
            ui.word("ui.contacts.export"),
            () -> file.path().ifPresent(path -> export.accept(path, passwords.isSelected())));
    sheet
        .add(Plain.prose(ui.word("ui.contacts.export.sentence"), WIDTH))
        .add(file.component())
        .add(passwords)
        .mainButton(go)
        .button(Buttons.of("contactsExport.cancel", ui.word("ui.common.cancel"), sheet::close));
    sheet.open();
  }

  void fault(@Nullable String sentence) {
    file.fault(sentence);
  }

  void close() {
    sheet.close();
  }

  Component component() {
    return sheet.component();
  }
}
