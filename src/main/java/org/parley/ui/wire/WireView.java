package org.parley.ui.wire;

import com.formdev.flatlaf.util.UIScale;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.event.HierarchyEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.parley.journal.StoredEntry;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.EmptyPlace;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PagedList;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.WireItem;
import org.parley.ui.workplace.WireLog.Filter;

/** The whole tab: the connections on the left, on the right the ladder of one and a PDU of it. */
final class WireView {
  private final UiContext ui;
  private final WireModel model;
  private final JSplitPane split = new JSplitPane();
  private final CardLayout listCards = new CardLayout();
  private final JPanel listPlace = new JPanel(listCards);
  private final CardLayout cards = new CardLayout();
  private final JPanel right = new JPanel(cards);
  private final JTextField filter = new JTextField();
  private final JCheckBox failed = Plain.withoutHtml(new JCheckBox());
  private final PagedList<WireItem> items;
  private final PagedList<StoredEntry> steps;
  private final LadderHead head;
  private final JLabel title = Plain.label("", "heading");
  private final JLabel result = Plain.label("", "note");
  private final WireWords words;

  WireView(UiContext ui, WireModel model, WireController controller) {
    this.ui = ui;
    this.model = model;
    this.words = new WireWords(ui);
    items =
        new PagedList<>(
            "wire.items",
            ui.word("ui.wire.items"),
            new ItemCell(ui),
            WireModel::key,
            controller::onChoose,
            controller::onMore);
    steps =
        new PagedList<>(
            "wire.ladder",
            ui.word("ui.wire.ladder"),
            new LadderCell(ui),
            StoredEntry::seq,
            controller::onRow,
            () -> {});
    head = new LadderHead(ui);
    split.setName("wire");
    split.setLeftComponent(left(controller));
    split.setRightComponent(right(controller));
    split.setBorder(BorderFactory.createEmptyBorder());
    split.setDividerLocation(UIScale.scale(336));
    split.getLeftComponent().setMinimumSize(new Dimension(UIScale.scale(240), 0));
    right.setMinimumSize(new Dimension(UIScale.scale(360), 0));
    split.addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && split.isShowing()) {
            controller.onShown();
          }
        });
    bind();
  }

  private JPanel left(WireController controller) {
    JPanel panel =
        new JPanel(
            new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow, fill]", "[][grow, fill]"));
    panel.putClientProperty("FlatLaf.styleClass", "page");
    JPanel top =
        new JPanel(new MigLayout("insets 16 16 8 16, fillx, wrap 1, gap 0 8", "[grow, fill]"));
    top.setOpaque(false);
    filter.setName("wire.filter");
    filter.putClientProperty("JTextField.placeholderText", ui.word("ui.wire.filter"));
    filter.putClientProperty("JTextField.showClearButton", true);
    filter.getAccessibleContext().setAccessibleName(ui.word("ui.wire.filter"));
    Inputs.onChange(filter, () -> changed(controller));
    failed.setText(ui.word("ui.wire.failedOnly"));
    failed.setName("wire.failed");
    failed.setOpaque(false);
    failed.addActionListener(event -> changed(controller));
    top.add(filter, "wmin 0");
    top.add(failed, "wmin 0");
    listPlace.setOpaque(false);
    listPlace.add(new JPanel(), "loading");
    listPlace.getComponent(0).setName("wire.loading");
    ((JComponent) listPlace.getComponent(0)).putClientProperty("FlatLaf.styleClass", "page");
    listPlace.add(items.component(), "list");
    listPlace.add(
        new EmptyPlace(ui.word("ui.wire.nothing.title"), ui.word("ui.wire.nothing"), "search"),
        "nothing");
    listPlace.add(
        new EmptyPlace(ui.word("ui.wire.empty.title"), ui.word("ui.wire.empty"), "wire"), "empty");
    panel.add(top);
    panel.add(listPlace, "grow, push, wmin 0, hmin 0");
    return panel;
  }

  private void changed(WireController controller) {
    controller.onFilter(new Filter(filter.getText(), failed.isSelected()));
  }

  private JPanel right(WireController controller) {
    JPanel shown =
        new JPanel(
            new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow, fill]", "[][grow, fill]"));
    shown.putClientProperty("FlatLaf.styleClass", "page");
    JPanel top =
        new JPanel(new MigLayout("insets 12 16 8 16, fillx, gap 8 2", "[grow, fill][]", "[][]"));
    top.setOpaque(false);
    title.setName("wire.title");
    result.setName("wire.result");
    top.add(title, "wmin 0");
    top.add(
        Buttons.icon("wire.copyAll", "copy", ui.word("ui.wire.copyAll"), controller::onCopyAll),
        "spany 2, wrap");
    top.add(result, "wmin 0");
    steps.component().setColumnHeaderView(head);
    JSplitPane both =
        new JSplitPane(
            JSplitPane.VERTICAL_SPLIT,
            steps.component(),
            new PduView(ui, model, controller).component());
    both.setBorder(BorderFactory.createEmptyBorder());
    both.setResizeWeight(0.45);
    both.setDividerLocation(UIScale.scale(280));
    shown.add(top);
    shown.add(both, "grow, push, wmin 0, hmin 0");
    right.add(
        new EmptyPlace(ui.word("ui.wire.choose.title"), ui.word("ui.wire.choose"), "wire"),
        "choose");
    right.add(shown, "shown");
    return right;
  }

  private void bind() {
    model.items.follow(
        now -> {
          items.show(now);
          turn();
        });
    model.loading.follow(loading -> turn());
    model.chosen.follow(
        chosen -> items.select(chosen.<Object>map(WireModel::key).orElse(null), true));
    model.ladder.follow(
        ladder -> {
          cards.show(right, ladder.isPresent() ? "shown" : "choose");
          steps.show(ladder.map(WireModel.Ladder::rows).orElse(List.of()));
          ladder.ifPresent(l -> name(l.item()));
        });
    model.row.follow(row -> steps.select(row.<Object>map(StoredEntry::seq).orElse(null), true));
    model.filter.follow(
        now -> {
          if (!filter.getText().equals(now.part())) {
            filter.setText(now.part());
          }
          failed.setSelected(now.failedOnly());
        });
  }

  private void name(WireItem item) {
    title.setText(words.title(item));
    boolean connection = item.kind() == WireItem.Kind.CONNECTION;
    result.setText(words.result(item));
    result.putClientProperty("FlatLaf.styleClass", item.failed() ? "fault" : "note");
    head.show(connection ? Optional.of(title.getText()) : Optional.empty());
    steps.component().setVisible(connection);
    if (steps.component().getParent() instanceof JSplitPane both && connection) {
      both.setDividerLocation(Math.max(UIScale.scale(200), both.getDividerLocation()));
    }
  }

  private void turn() {
    boolean none = model.items.get().isEmpty();
    boolean unfiltered = model.filter.get().equals(Filter.ALL);
    listCards.show(
        listPlace,
        !none ? "list" : model.loading.get() ? "loading" : unfiltered ? "empty" : "nothing");
  }

  JComponent component() {
    return split;
  }

  void focusItems() {
    Inputs.focus(items.list());
  }
}
