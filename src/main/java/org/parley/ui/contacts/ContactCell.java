package org.parley.ui.contacts;

import java.awt.Component;
import java.awt.Graphics;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;
import org.parley.directory.DirectoryEntry;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.RunLabel;
import org.parley.ui.common.Theme;

/**
 * A cell of the table: plain text, quiet where an entry cannot be used, and what is wrong in red.
 */
final class ContactCell extends DefaultTableCellRenderer {
  private static final long serialVersionUID = 1L;

  ContactCell() {
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
    super.getTableCellRendererComponent(table, value, selected, focused, row, column);
    DirectoryEntry entry =
        ((ContactsTable) table.getModel()).entry(table.convertRowIndexToModel(row));
    boolean usable = entry.contact() != null;
    int which = table.convertColumnIndexToModel(column);
    boolean fault = !usable && which == ContactsTable.SEEN;
    setIcon(fault ? Icons.of("failed", 14) : null);
    setForeground(
        fault
            ? Theme.colour("faultForeground")
            : usable && which != ContactsTable.SEEN
                ? table.getForeground()
                : Theme.colour("quietForeground"));
    setFont(
        which == ContactsTable.NAME
            ? table.getFont().deriveFont(java.awt.Font.BOLD)
            : table.getFont());
    setHorizontalAlignment(LEADING);
    setToolTipText(null);
    return this;
  }

  // A name may have what the table's font does not.
  @Override
  protected void paintComponent(Graphics g) {
    if (!RunLabel.paint(this, g)) {
      super.paintComponent(g);
    }
  }
}
