package org.parley.ui.contacts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.ImportItem;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Shows what a file would bring, and lets one choose of that. */
final class ImportView {
  private static final int WIDTH = 640;

  private final Sheet sheet;
  private Set<DirectoryEntry> chosen = Set.of();

  ImportView(UiContext ui, Component over, List<ImportItem> items) {
    sheet = new Sheet(over, "importPreview", ui.word("ui.contacts.import.title"));
    ImportTable rows = new ImportTable(ui, items);
    sheet.add(
        Plain.prose(
            ui.word(
                rows.getRowCount() == 0
                    ? "ui.contacts.import.nothing"
                    : "ui.contacts.import.preview"),
            WIDTH));
    if (rows.getRowCount() == 0) {
      sheet.mainButton(Buttons.of("importPreview.cancel", ui.word("ui.common.ok"), sheet::close));
      return;
    }
    sheet.addGrowing(table(ui, rows));
    sheet
        .mainButton(
            Buttons.of(
                "importPreview.go",
                ui.word("ui.contacts.import.go"),
                () -> {
                  chosen = rows.chosen();
                  sheet.close();
                }))
        .button(Buttons.of("importPreview.cancel", ui.word("ui.common.cancel"), sheet::close));
  }

  private static JScrollPane table(UiContext ui, ImportTable rows) {
    JTable table = new JTable(rows);
    table.setName("importPreview.table");
    table.getAccessibleContext().setAccessibleName(ui.word("ui.contacts.import.title"));
    table.setDefaultRenderer(Object.class, new ImportCell());
    table.getTableHeader().setReorderingAllowed(false);
    if (table.getTableHeader().getDefaultRenderer() instanceof JLabel header) {
      header.setHorizontalAlignment(JLabel.LEADING);
    }
    int[] widths = {56, 112, 152, 152, 208};
    for (int i = 0; i < widths.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(UIScale.scale(widths[i]));
    }
    table.setPreferredScrollableViewportSize(new Dimension(UIScale.scale(680), UIScale.scale(240)));
    table.setFillsViewportHeight(true);
    return new JScrollPane(table);
  }

  /** Shows it; gives the entries that were chosen, none if it was closed. */
  Set<DirectoryEntry> open() {
    sheet.open();
    return chosen;
  }
}
