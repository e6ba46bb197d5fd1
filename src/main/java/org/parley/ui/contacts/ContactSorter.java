package org.parley.ui.contacts;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.swing.RowFilter;
import javax.swing.SortOrder;
import javax.swing.table.TableRowSorter;
import org.jspecify.annotations.Nullable;

/** Sorts and filters the rows: up, down, and at the third time the file's own order again. */
final class ContactSorter extends TableRowSorter<ContactsTable> {
  ContactSorter(ContactsTable rows, Locale locale) {
    super(rows);
    setModelWrapper(
        new ModelWrapper<ContactsTable, Integer>() {
          @Override
          public ContactsTable getModel() {
            return rows;
          }

          @Override
          public int getColumnCount() {
            return rows.getColumnCount();
          }

          @Override
          public int getRowCount() {
            return rows.getRowCount();
          }

          @Override
          public @Nullable Object getValueAt(int row, int column) {
            return rows.sortKey(row, column);
          }

          @Override
          public Integer getIdentifier(int row) {
            return row;
          }
        });
    setMaxSortKeys(1);
    setComparator(ContactsTable.NAME, Collator.getInstance(locale));
    for (int column : new int[] {ContactsTable.ADDRESS, ContactsTable.PORT, ContactsTable.SEEN}) {
      setComparator(column, Comparator.naturalOrder());
    }
    setSortable(ContactsTable.PASSWORD, false);
  }

  /** Shows the rows that hold the text, all for an empty one. */
  void show(String filter) {
    String part = ContactsTable.lower(filter.strip());
    setRowFilter(
        part.isEmpty()
            ? null
            : new RowFilter<ContactsTable, Integer>() {
              @Override
              public boolean include(Entry<? extends ContactsTable, ? extends Integer> entry) {
                return entry.getModel().holds(entry.getIdentifier(), part);
              }
            });
  }

  @Override
  public void toggleSortOrder(int column) {
    List<? extends SortKey> keys = getSortKeys();
    if (!keys.isEmpty()
        && keys.get(0).getColumn() == column
        && keys.get(0).getSortOrder() == SortOrder.DESCENDING) {
      setSortKeys(null);
    } else {
      super.toggleSortOrder(column);
    }
  }
}
