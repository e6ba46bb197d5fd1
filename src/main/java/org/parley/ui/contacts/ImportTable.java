package org.parley.ui.contacts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.table.AbstractTableModel;
import org.parley.directory.ContactForm;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.ImportItem;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;

/** What a file would bring, as rows: what it is, then as it is here and as the file has it. */
final class ImportTable extends AbstractTableModel {
  private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS = List.of("take", "name", "here", "file", "what");

  private final UiContext ui;
  private final List<ImportItem> items;
  private final Set<DirectoryEntry> taken = new HashSet<>();

  ImportTable(UiContext ui, List<ImportItem> items) {
    this.ui = ui;
    this.items = items.stream().filter(i -> i.kind() != ImportItem.Kind.SAME).toList();
    for (ImportItem item : this.items) {
      if (item.kind() != ImportItem.Kind.UNUSABLE && item.alike().isEmpty()) {
        taken.add(item.entry());
      }
    }
  }

  /** Whether one should look twice before taking it. */
  boolean warns(int row) {
    return items.get(row).kind() == ImportItem.Kind.UNUSABLE || !items.get(row).alike().isEmpty();
  }

  Set<DirectoryEntry> chosen() {
    return Set.copyOf(taken);
  }

  @Override
  public int getRowCount() {
    return items.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return ui.word("ui.contacts.import.column." + COLUMNS.get(column));
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return column == 0 ? Boolean.class : Object.class;
  }

  @Override
  public boolean isCellEditable(int row, int column) {
    return column == 0;
  }

  @Override
  public void setValueAt(Object value, int row, int column) {
    DirectoryEntry entry = items.get(row).entry();
    if (Boolean.TRUE.equals(value)) {
      taken.add(entry);
    } else {
      taken.remove(entry);
    }
    fireTableCellUpdated(row, column);
  }

  @Override
  public Object getValueAt(int row, int column) {
    ImportItem item = items.get(row);
    DirectoryEntry present = item.present();
    return switch (column) {
      case 0 -> taken.contains(item.entry());
      case 1 -> shown(item.entry().form().name());
      case 2 -> present == null ? "–" : place(present.form());
      case 3 -> place(item.entry().form());
      default -> what(item);
    };
  }

  private static String shown(String text) {
    return text.isEmpty() ? "–" : SafeText.line(text, 100);
  }

  private static String place(ContactForm form) {
    String host = form.host().contains(":") ? "[" + form.host() + "]" : form.host();
    return shown(form.port().isEmpty() ? host : host + ":" + form.port());
  }

  private String what(ImportItem item) {
    return switch (item.kind()) {
      case NEW ->
          item.alike().isEmpty()
              ? ui.word("ui.contacts.import.new")
              : ui.word(
                  "ui.contacts.import.alike",
                  ui.listed(
                      item.alike().stream()
                          .map(name -> SafeText.quoted(name.toString()))
                          .toList()));
      case CHANGED ->
          ui.word(
              "ui.contacts.import.changed",
              ui.listed(
                  item.changes().stream()
                      .sorted()
                      .map(field -> ui.word("ui.contacts.import.field." + field))
                      .toList()));
      default ->
          item.entry().problems().isEmpty()
              ? ui.word("ui.contacts.import.unusable")
              : ProblemWords.all(item.entry().problems(), ui);
    };
  }
}
