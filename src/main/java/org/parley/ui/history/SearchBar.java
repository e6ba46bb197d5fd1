package org.parley.ui.history;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Field;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.history.HistoryModel.Way;
import org.parley.ui.history.HistoryModel.When;

/** The text to look for and the filters. */
final class SearchBar extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAME = 60;

  private final UiContext context;
  private final JTextField text = new JTextField();
  private final JComboBox<String> peer = new JComboBox<>();
  private final JComboBox<Way> way = new JComboBox<>(Way.values());
  private final JComboBox<When> when = new JComboBox<>(When.values());
  private final JTextField from = new JTextField(10);
  private final JTextField to = new JTextField(10);
  private final Field fromField;
  private final Field toField;
  private final JPanel dates;
  private boolean filling;

  SearchBar(UiContext context, HistoryModel model, HistoryController controller) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 8, hidemode 3", "[grow, fill]"));
    this.context = context;
    setOpaque(false);
    text.setName("history.search");
    text.putClientProperty("JTextField.placeholderText", context.word("ui.history.search"));
    text.putClientProperty("JTextField.showClearButton", true);
    text.putClientProperty("JTextField.leadingIcon", Icons.of("search"));
    text.getAccessibleContext().setAccessibleName(context.word("ui.history.search"));
    peer.setPrototypeDisplayValue("mmmmmmmmmmmmmmmm");
    box(peer, "history.peer", "ui.history.peer");
    box(way, "history.way", "ui.history.way");
    box(when, "history.when", "ui.history.when");
    peer.setRenderer(
        new Words<String>(
            name ->
                name.isEmpty()
                    ? context.word("ui.history.everybody")
                    : SafeText.line(name, MOST_NAME)));
    way.setRenderer(new Words<Way>(one -> context.word("ui.history.way." + one)));
    when.setRenderer(new Words<When>(one -> context.word("ui.history.when." + one)));
    from.setName("history.from");
    to.setName("history.to");
    fromField = new Field(context.word("ui.history.from"), from, 176);
    toField = new Field(context.word("ui.history.to"), to, 176);
    dates = new JPanel(new MigLayout("insets 0, gap 16", "[184!, fill][184!, fill]", "[top]"));
    dates.setOpaque(false);
    dates.add(fromField);
    dates.add(toField);
    JPanel row = new JPanel(new MigLayout("insets 0, nogrid, fillx, gap 8"));
    row.setOpaque(false);
    row.add(peer, "wmin 120");
    row.add(way);
    row.add(when);
    add(text, "wmin 0");
    add(row, "wmin 0");
    add(dates);
    show(Criteria.ALL);
    Runnable changed =
        () -> {
          if (!filling) {
            mark();
            controller.onCriteria(criteria());
          }
        };
    for (JTextField one : List.of(text, from, to)) {
      Inputs.onChange(one, changed);
    }
    for (JComboBox<?> one : List.of(peer, way, when)) {
      one.addActionListener(event -> changed.run());
    }
    Inputs.onKey(text, "DOWN", controller::onIntoList);
    model.peers.follow(this::fill);
  }

  private void box(JComboBox<?> box, String name, String word) {
    box.setName(name);
    box.getAccessibleContext().setAccessibleName(context.word(word));
    box.setToolTipText(context.word(word));
  }

  private void fill(List<String> peers) {
    filling = true;
    Object before = peer.getSelectedItem();
    List<String> all = new ArrayList<>(List.of(""));
    all.addAll(peers);
    peer.setModel(new DefaultComboBoxModel<>(all.toArray(new String[0])));
    peer.setSelectedItem(before == null || !all.contains(before) ? "" : before);
    filling = false;
  }

  /** Fills it in. */
  void show(Criteria now) {
    filling = true;
    text.setText(now.text());
    peer.setSelectedItem(now.peer() == null ? "" : now.peer());
    way.setSelectedItem(now.way());
    when.setSelectedItem(now.when());
    from.setText(now.from());
    to.setText(now.to());
    filling = false;
    mark();
  }

  private void mark() {
    Criteria now = criteria();
    dates.setVisible(now.when() == When.BETWEEN);
    String form = context.word("ui.history.date");
    fromField.setFault(Criteria.isDate(now.from()) ? null : form);
    toField.setFault(
        !Criteria.isDate(now.to())
            ? form
            : now.endsBeforeItBegins() ? context.word("ui.history.date.order") : null);
    revalidate();
  }

  private Criteria criteria() {
    String name = (String) peer.getSelectedItem();
    return new Criteria(
        text.getText(),
        name == null || name.isEmpty() ? null : name,
        way.getItemAt(Math.max(0, way.getSelectedIndex())),
        when.getItemAt(Math.max(0, when.getSelectedIndex())),
        from.getText(),
        to.getText());
  }

  void focus() {
    Inputs.focus(text);
    text.selectAll();
  }

  /** A choice in words that are never taken for HTML. */
  private static final class Words<T> extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Function<T, String> words;

    Words(Function<T, String> words) {
      this.words = words;
      Plain.withoutHtml(this);
    }

    @Override
    @SuppressWarnings("unchecked") // the box holds only these
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      JComponent made =
          (JComponent) super.getListCellRendererComponent(list, value, index, selected, focused);
      if (made instanceof JLabel label) {
        label.setText(value == null ? "" : words.apply((T) value));
      }
      return made;
    }
  }
}
