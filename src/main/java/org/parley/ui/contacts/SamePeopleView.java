package org.parley.ui.contacts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import org.parley.name.PeerName;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Asks of several names at once which of them are given to the same people again. */
final class SamePeopleView {
  private static final int WIDTH = 432;

  private final Sheet sheet;
  private final Names rows;
  private boolean agreed;

  SamePeopleView(UiContext ui, Component over, List<PeerName> names) {
    sheet = new Sheet(over, "samePeople", ui.word("ui.samePeople.title"));
    rows = new Names(ui, names);
    JTable table = new JTable(rows);
    table.setName("samePeople.table");
    table.getAccessibleContext().setAccessibleName(ui.word("ui.samePeople.title"));
    table.setDefaultRenderer(Object.class, Plain.withoutHtml(new DefaultTableCellRenderer()));
    table.getTableHeader().setReorderingAllowed(false);
    if (table.getTableHeader().getDefaultRenderer() instanceof JLabel header) {
      header.setHorizontalAlignment(JLabel.LEADING);
    }
    table.getColumnModel().getColumn(0).setMaxWidth(UIScale.scale(136));
    table.getColumnModel().getColumn(0).setPreferredWidth(UIScale.scale(136));
    table.setPreferredScrollableViewportSize(UIScale.scale(new Dimension(WIDTH, 160)));
    table.setFillsViewportHeight(true);
    sheet
        .add(Plain.prose(ui.word("ui.samePeople.sentence"), WIDTH))
        .addGrowing(new JScrollPane(table))
        .mainButton(
            Buttons.of(
                "samePeople.go",
                ui.word("ui.contacts.import.go"),
                () -> {
                  agreed = true;
                  sheet.close();
                }))
        .button(Buttons.of("samePeople.cancel", ui.word("ui.common.cancel"), sheet::close));
  }

  /** Shows it; gives those who are other people, nothing where it was closed. */
  Optional<List<PeerName>> open() {
    sheet.open();
    return agreed ? Optional.of(rows.others()) : Optional.empty();
  }

  private static final class Names extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private final transient UiContext ui;
    private final List<PeerName> names;
    private final boolean[] same;

    Names(UiContext ui, List<PeerName> names) {
      this.ui = ui;
      this.names = names;
      this.same = new boolean[names.size()];
      java.util.Arrays.fill(same, true);
    }

    List<PeerName> others() {
      return IntStream.range(0, same.length).filter(i -> !same[i]).mapToObj(names::get).toList();
    }

    @Override
    public int getRowCount() {
      return names.size();
    }

    @Override
    public int getColumnCount() {
      return 2;
    }

    @Override
    public String getColumnName(int column) {
      return ui.word(column == 0 ? "ui.samePerson.same" : "ui.contacts.column.name");
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
      same[row] = Boolean.TRUE.equals(value);
      fireTableCellUpdated(row, column);
    }

    @Override
    public Object getValueAt(int row, int column) {
      return column == 0 ? (Object) same[row] : SafeText.line(names.get(row).toString(), 100);
    }
  }
}
