package org.parley.ui.history;

import java.awt.CardLayout;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.HierarchyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import net.miginfocom.swing.MigLayout;
import org.parley.journal.search.IndexProgress;
import org.parley.messaging.Fate;
import org.parley.messaging.HistoryHit;
import org.parley.messaging.Message;
import org.parley.ui.common.EmptyPlace;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.PagedList;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;

/** The whole tab: integrity, the search, and what it found. */
final class HistoryView {
  private final UiContext ui;
  private final HistoryModel model;
  private final HistoryController controller;
  private final JPanel page =
      new JPanel(
          new MigLayout(
              "insets 24 0 0 0, fill, wrap 1, gap 0 12, hidemode 3",
              "[grow, fill]",
              "[][][][grow, fill]"));
  private final SearchBar bar;
  private final JLabel count = Plain.label("", "note");
  private final PagedList<HistoryHit> hits;
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);

  HistoryView(UiContext ui, HistoryModel model, HistoryController controller) {
    this.ui = ui;
    this.model = model;
    this.controller = controller;
    page.putClientProperty("FlatLaf.styleClass", "page");
    page.setName("history");
    bar = new SearchBar(ui, model, controller);
    hits =
        new PagedList<>(
            "history.hits",
            ui.word("ui.history.hits"),
            new HitCell(ui),
            hit -> key(hit.message()),
            hit -> model.chosen.set(Optional.of(hit)),
            controller::onMore);
    hits.onOpen(hit -> controller.onOpen(hit.message()));
    count.setName("history.count");
    page.add(new IntegrityCard(ui, model, controller), "gapx 24 24, wmin 0");
    page.add(bar, "gapx 24 24, wmin 0");
    page.add(count, "gapx 24 24, wmin 0");
    fillMiddle();
    page.add(middle, "grow, push, wmin 0, h 0:160"); // what stands above comes first
    menu();
    page.addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && page.isShowing()) {
            controller.onShown();
          }
        });
    model.hits.follow(now -> fill());
    model.index.follow(now -> say());
  }

  private static Object key(Message message) {
    return message.id() == null ? String.valueOf(message.seq()) : message.id();
  }

  private void fillMiddle() {
    middle.setOpaque(false);
    JPanel loading = new JPanel();
    loading.putClientProperty("FlatLaf.styleClass", "page");
    middle.add(loading, "loading");
    middle.add(hits.component(), "hits");
    middle.add(
        new EmptyPlace(ui.word("ui.history.empty.title"), ui.word("ui.history.empty"), "history"),
        "empty");
    middle.add(
        new EmptyPlace(
            ui.word("ui.history.nothing.title"), ui.word("ui.history.nothing"), "search"),
        "nothing");
  }

  private void menu() {
    JList<HistoryHit> list = hits.list();
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            popup(event);
          }

          @Override
          public void mouseReleased(MouseEvent event) {
            popup(event);
          }

          private void popup(MouseEvent event) {
            int row = list.locationToIndex(event.getPoint());
            if (event.isPopupTrigger() && row >= 0) {
              list.setSelectedIndex(row);
              open(event.getPoint());
            }
          }
        });
    Runnable atRow =
        () -> {
          Rectangle row = list.getCellBounds(list.getSelectedIndex(), list.getSelectedIndex());
          if (row != null) {
            open(new Point(row.x + row.width / 4, row.y + row.height / 2));
          }
        };
    Inputs.onKey(list, "CONTEXT_MENU", atRow);
    Inputs.onKey(list, "shift F10", atRow);
    Inputs.onKey(list, "ctrl C", () -> controller.onCopy(list.getSelectedValue()));
  }

  private void open(Point at) {
    HistoryHit hit = hits.list().getSelectedValue();
    JPopupMenu menu = new JPopupMenu();
    menu.setName("history.menu");
    item(menu, "open", "conversations", true, () -> controller.onOpen(hit.message()));
    item(menu, "copy", "copy", hit.message().fate() != Fate.REMOVED, () -> controller.onCopy(hit));
    item(
        menu,
        "details",
        "wire",
        hit.message().seq() != null,
        () -> controller.onDetails(hit.message()));
    menu.addSeparator();
    item(
        menu,
        "remove",
        "remove",
        hit.message().fate() != Fate.REMOVED,
        () -> controller.onRemove(hit.message()));
    menu.show(hits.list(), at.x, at.y);
  }

  private void item(JPopupMenu menu, String name, String icon, boolean enabled, Runnable action) {
    JMenuItem item = new JMenuItem(ui.word("ui.history.menu." + name), Icons.of(icon));
    item.setName("history.menu." + name);
    item.setEnabled(enabled);
    item.addActionListener(event -> action.run());
    menu.add(item);
  }

  private void fill() {
    List<HistoryHit> now = model.hits.get().map(HistoryModel.Hits::list).orElse(List.of());
    hits.show(now);
    if (!now.isEmpty()) {
      cards.show(middle, "hits");
    } else if (model.hits.get().isEmpty() || model.hits.get().get().more()) {
      cards.show(middle, "loading");
    } else {
      cards.show(middle, controller.unrestricted() ? "empty" : "nothing");
    }
    say();
  }

  private void say() {
    StringBuilder text = new StringBuilder();
    model
        .hits
        .get()
        .ifPresent(
            now ->
                text.append(
                    ui.word(
                        now.more() ? "ui.history.count.more" : "ui.history.count",
                        now.list().size())));
    IndexProgress index = model.index.get();
    if (!index.complete()) {
      text.append(text.length() == 0 ? "" : " ")
          .append(ui.word("ui.history.indexing", index.rows(), index.total()));
    }
    count.putClientProperty("FlatLaf.styleClass", index.complete() ? "note" : "unread");
    count.setText(text.toString());
    count.setVisible(text.length() > 0);
  }

  JComponent component() {
    return page;
  }

  void show(Criteria criteria) {
    bar.show(criteria);
  }

  void focusSearch() {
    bar.focus();
  }

  void intoList() {
    JList<HistoryHit> list = hits.list();
    if (list.getModel().getSize() > 0) {
      if (list.getSelectedIndex() < 0) {
        list.setSelectedIndex(0);
      }
      Inputs.focus(list);
    }
  }

  /** The first hit stands at the top again. */
  void toTop() {
    hits.list().ensureIndexIsVisible(0);
  }
}
