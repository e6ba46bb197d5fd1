package org.parley.ui.contacts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Sheet;
import org.parley.ui.common.UiContext;

/** Contacts that are being checked: a row each, and how far it is. */
final class CheckSeveralView {
  private static final int WIDTH = 560;
  private static final int NAME_WIDTH = 144;
  private static final int OUTCOME_WIDTH = 432;

  private final UiContext ui;
  private final Sheet sheet;
  private final CheckRows rows;
  private final JTable table;
  private final JTextArea sentence;
  private final JProgressBar bar;
  private final JButton close;
  private final CheckCell cell = new CheckCell();

  CheckSeveralView(UiContext ui, Component over, CheckRows rows, Runnable stop) {
    this.ui = ui;
    this.rows = rows;
    int count = rows.getRowCount();
    sheet = new Sheet(over, "checkSeveral", ui.word("ui.check.several.title", count));
    sentence = Plain.prose(ui.word("ui.check.several.progress", 0, count), WIDTH);
    sentence.setName("checkSeveral.sentence");
    bar = new JProgressBar(0, count);
    bar.getAccessibleContext().setAccessibleName(ui.word("ui.check.runs"));
    table = new JTable(rows);
    fillTable();
    JScrollPane scroll = new JScrollPane(table);
    close = Buttons.of("checkSeveral.close", ui.word("ui.common.cancel"), () -> onButton(stop));
    sheet
        .add(Plain.prose(ui.word("ui.check.sentence"), WIDTH, "note"))
        .addGrowing(scroll)
        .add(bar)
        .add(sentence)
        .mainButton(close)
        .onClose(stop);
  }

  private void fillTable() {
    table.setName("checkSeveral.table");
    table.getAccessibleContext().setAccessibleName(ui.word("ui.check.several.outcome"));
    table.setDefaultRenderer(Object.class, cell);
    table.getTableHeader().setReorderingAllowed(false);
    table.getTableHeader().setResizingAllowed(false);
    if (table.getTableHeader().getDefaultRenderer() instanceof JLabel header) {
      header.setHorizontalAlignment(JLabel.LEADING);
    }
    table.getColumnModel().getColumn(0).setPreferredWidth(UIScale.scale(NAME_WIDTH));
    table.getColumnModel().getColumn(1).setPreferredWidth(UIScale.scale(OUTCOME_WIDTH));
    int height = Math.min(320, 40 * Math.max(3, rows.getRowCount()));
    table.setPreferredScrollableViewportSize(
        UIScale.scale(new Dimension(NAME_WIDTH + OUTCOME_WIDTH, height)));
    table.setFillsViewportHeight(true);
    table.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    table.setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
  }

  private boolean over;

  /** While it runs the button stops it, and then closes. */
  private void onButton(Runnable stop) {
    if (over) {
      sheet.close();
    } else {
      stop.run();
    }
  }

  /** One is through; its row becomes as high as its sentence needs. */
  void ended(int row, CheckRows.State state, String outcome) {
    rows.set(row, state, outcome);
    int width = table.getColumnModel().getColumn(CheckRows.OUTCOME).getWidth();
    table.setRowHeight(row, Math.max(table.getRowHeight(), cell.height(outcome, width)));
  }

  void progress(String text, int checked, boolean isOver) {
    over = isOver;
    sentence.setText(text);
    bar.setValue(checked);
    close.setText(ui.word(isOver ? "ui.common.close" : "ui.common.cancel"));
  }

  void open() {
    sheet.open();
  }

  Component component() {
    return sheet.component();
  }
}
