package org.parley.ui.contacts;

import java.awt.Component;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Theme;

/** A cell of what a file would bring; what one should look at twice stands out. */
final class ImportCell extends DefaultTableCellRenderer {
  private static final long serialVersionUID = 1L;
  private static final int WHAT = 4;

  ImportCell() {
    Plain.withoutHtml(this);
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table,
      @Nullable Object value,
      boolean selected,
      boolean focused,
      int row,
      int column) {
    super.getTableCellRendererComponent(table, value, selected, false, row, column);
    ImportTable rows = (ImportTable) table.getModel();
    boolean warns = column == WHAT && rows.warns(table.convertRowIndexToModel(row));
    setIcon(warns ? Icons.of("failed", 14) : null);
    if (!selected) {
      setForeground(warns ? Theme.colour("faultForeground") : table.getForeground());
    }
    setToolTipText(value == null ? null : value.toString());
    return this;
  }
}
