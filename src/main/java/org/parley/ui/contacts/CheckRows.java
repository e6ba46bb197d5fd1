package org.parley.ui.contacts;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.parley.name.PeerName;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;

/** What is known of each contact that is checked, as rows. */
final class CheckRows extends AbstractTableModel {
  private static final long serialVersionUID = 1L;
  static final int NAME = 0;
  static final int OUTCOME = 1;

  /** How far one is. */
  enum State {
    WAITS,
    RUNS,
    GOOD,
    BAD,
    LEFT_OUT
  }

  private final UiContext ui;
  private final List<PeerName> names;
  private final State[] states;
  private final String[] sentences;

  CheckRows(UiContext ui, List<PeerName> names) {
    this.ui = ui;
    this.names = names;
    states = new State[names.size()];
    sentences = new String[names.size()];
    for (int row = 0; row < names.size(); row++) {
      states[row] = State.WAITS;
      sentences[row] = ui.word("ui.check.several.waits");
    }
  }

  void set(int row, State state, String sentence) {
    states[row] = state;
    sentences[row] = sentence;
    fireTableRowsUpdated(row, row);
  }

  State state(int row) {
    return states[row];
  }

  int count(State state) {
    int count = 0;
    for (State one : states) {
      count += one == state ? 1 : 0;
    }
    return count;
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
    return ui.word(column == NAME ? "ui.contacts.column.name" : "ui.check.several.outcome");
  }

  @Override
  public String getValueAt(int row, int column) {
    return column == NAME ? SafeText.line(names.get(row).toString(), 100) : sentences[row];
  }
}
