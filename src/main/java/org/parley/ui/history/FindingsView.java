package org.parley.ui.history;

import java.awt.Component;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Finding;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;

/** What is wrong with the journal, and what can be done about it. */
final class FindingsView extends JPanel {
  private static final long serialVersionUID = 1L;

  private final transient FindingWords words;
  private final DefaultListModel<Finding> rows = new DefaultListModel<>();
  private final JList<Finding> list = new JList<>(rows);
  private final JTextArea advice = Plain.prose("", 560, "note");
  private final JLabel more;
  private final JButton show;
  private final JButton accept;
  private final JButton acceptAll;

  FindingsView(UiContext ui, HistoryModel model, HistoryController controller) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 8, hidemode 3", "[grow, fill]"));
    this.words = new FindingWords(ui);
    setOpaque(false);
    setName("history.findings.panel");
    list.setName("history.findings");
    list.getAccessibleContext().setAccessibleName(ui.word("ui.history.findings"));
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(new Cell());
    list.setVisibleRowCount(4);
    list.addListSelectionListener(event -> refresh());
    advice.setName("history.advice");
    more = Plain.label(ui.word("ui.history.findings.more"), "note");
    show =
        Buttons.of(
            "history.findings.show",
            "reveal",
            ui.word("ui.history.findings.show"),
            () -> controller.onShowRow(chosen()));
    accept =
        Buttons.of(
            "history.findings.accept",
            ui.word("ui.history.findings.accept"),
            () -> controller.onAccept(List.of(chosen())));
    acceptAll =
        Buttons.of(
            "history.findings.acceptAll",
            ui.word("ui.history.findings.acceptAll"),
            () -> controller.onAccept(model.findings.get()));
    Inputs.onKey(list, "ENTER", show::doClick);
    JScrollPane scroll = new JScrollPane(list);
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8"));
    buttons.setOpaque(false);
    buttons.add(show);
    buttons.add(accept);
    buttons.add(acceptAll);
    add(scroll, "hmin 64, wmin 0");
    add(more, "wmin 0");
    add(advice, "wmin 0");
    add(buttons);
    model.findings.follow(this::fill);
    model.moreFindings.follow(more::setVisible);
  }

  private void fill(List<Finding> findings) {
    Finding before = list.getSelectedValue();
    rows.clear();
    rows.addAll(findings);
    list.setVisibleRowCount(Math.max(1, Math.min(4, findings.size())));
    int at = before == null ? 0 : Math.max(0, findings.indexOf(before));
    if (!findings.isEmpty()) {
      list.setSelectedIndex(at);
    }
    acceptAll.setVisible(findings.size() > 1);
    setVisible(!findings.isEmpty());
    refresh();
  }

  private Finding chosen() {
    return list.getSelectedValue();
  }

  private void refresh() {
    @Nullable Finding finding = list.getSelectedValue();
    accept.setEnabled(finding != null);
    show.setEnabled(finding != null && finding.seq() != null);
    advice.setText(finding == null ? "" : words.advice(finding));
    revalidate();
  }

  /** One finding in a line. */
  private final class Cell implements ListCellRenderer<Finding> {
    private final JLabel label = Plain.label("");

    @Override
    public Component getListCellRendererComponent(
        JList<? extends Finding> all,
        Finding finding,
        int index,
        boolean selected,
        boolean focused) {
      label.setText(words.sentence(finding));
      label.setIcon(Icons.of("failed"));
      label.setOpaque(true);
      label.setBorder(BorderFactory.createEmptyBorder(6, 12, 6, 12));
      label.setBackground(selected ? all.getSelectionBackground() : all.getBackground());
      label.setForeground(selected ? all.getSelectionForeground() : all.getForeground());
      return label;
    }
  }
}
