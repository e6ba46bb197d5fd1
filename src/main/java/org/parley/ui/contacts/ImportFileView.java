package org.parley.ui.contacts;

import java.awt.Component;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Asks which file is to be imported. */
final class ImportFileView {
  private static final int WIDTH = 448;

  private final Sheet sheet;
  private final UiContext ui;
  private final FileField file;

  ImportFileView(UiContext ui, Component over) {
    this.ui = ui;
    sheet = new Sheet(over, "contactsImport", ui.word("ui.contacts.import.title"));
    file = new FileField(ui, "contactsImport.file", WIDTH, sheet::fit);
  }

  /** Shows it; the action gets the file, each time it is asked for. */
  void open(Consumer<Path> read) {
    sheet
        .add(Plain.prose(ui.word("ui.contacts.import.sentence"), WIDTH))
        .add(file.component())
        .mainButton(
            Buttons.of(
                "contactsImport.go", ui.word("ui.paste.use"), () -> file.path().ifPresent(read)))
        .button(Buttons.of("contactsImport.cancel", ui.word("ui.common.cancel"), sheet::close));
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
