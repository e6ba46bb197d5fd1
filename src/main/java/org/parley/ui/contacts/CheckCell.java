package org.parley.ui.contacts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Theme;

/** A cell of a check: the name with an icon of how it stands, or what came of it, in lines. */
final class CheckCell implements TableCellRenderer {
  private static final int PAD = 6;

  private final DefaultTableCellRenderer name = Plain.withoutHtml(new DefaultTableCellRenderer());
  private final JTextArea outcome = new JTextArea();

  CheckCell() {
    outcome.setLineWrap(true);
    outcome.setWrapStyleWord(true);
    pad(UIScale.scale(PAD));
  }

  private void pad(int above) {
    int side = UIScale.scale(8);
    outcome.setBorder(BorderFactory.createEmptyBorder(above, side, UIScale.scale(PAD), side));
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table,
      @Nullable Object value,
      boolean selected,
      boolean focused,
      int row,
      int column) {
    CheckRows.State state = ((CheckRows) table.getModel()).state(row);
    if (column == CheckRows.NAME) {
      name.getTableCellRendererComponent(table, value, selected, false, row, column);
      name.setFont(table.getFont().deriveFont(Font.BOLD));
      name.setIconTextGap(UIScale.scale(8));
      name.setIcon(Icons.of(icon(state), 14));
      if (!selected) {
        name.setForeground(table.getForeground());
      }
      return name;
    }
    outcome.setFont(table.getFont());
    int width = table.getColumnModel().getColumn(column).getWidth();
    int room = table.getRowHeight(row) - height(String.valueOf(value), width);
    pad(UIScale.scale(PAD) + Math.max(0, room / 2)); // in the middle, as the name is
    outcome.setOpaque(selected);
    outcome.setBackground(selected ? table.getSelectionBackground() : table.getBackground());
    outcome.setForeground(
        selected
            ? table.getSelectionForeground()
            : switch (state) {
              case GOOD -> Theme.colour("goodForeground");
              case BAD -> Theme.colour("faultForeground");
              case WAITS, RUNS, LEFT_OUT -> Theme.colour("quietForeground");
            });
    return outcome;
  }

  private static String icon(CheckRows.State state) {
    return switch (state) {
      case GOOD -> "delivered";
      case BAD -> "failed";
      case WAITS -> "waiting";
      case RUNS -> "sending";
      case LEFT_OUT -> "cancelled";
    };
  }

  /** How high a row must be to show all of the sentence. */
  int height(String sentence, int width) {
    pad(UIScale.scale(PAD));
    outcome.setText(sentence);
    outcome.setSize(width, Short.MAX_VALUE);
    return outcome.getPreferredSize().height + 1;
  }
}
