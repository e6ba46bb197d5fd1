package org.parley.ui.conversations;

import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;

/** The contacts by last activity, with a filter above and a message to an address below. */
final class PeerListView extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JTextField filter = new JTextField();
  private final JTextArea nobody;
  private final DefaultListModel<Entry> lines = new DefaultListModel<>();
  private final JList<Entry> list = new JList<>(lines);
  private boolean filling;

  PeerListView(UiContext context, ConversationsModel model, ConversationsController controller) {
    super(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow, fill]", "[][][grow, fill][]"));
    putClientProperty("FlatLaf.styleClass", "page");
    nobody = Plain.prose(context.word("ui.conversations.filter.nobody"), 200, "note");
    filter.setName("filter");
    filter.putClientProperty("JTextField.placeholderText", context.word("ui.conversations.filter"));
    filter.putClientProperty("JTextField.leadingIcon", Icons.of("search"));
    filter.putClientProperty("JTextField.showClearButton", true);
    filter.getAccessibleContext().setAccessibleName(context.word("ui.conversations.filter"));
    list.setName("peers");
    menu(context, controller);
    list.setCellRenderer(new PeerRenderer(context));
    // Anew with each look, once the renderer has it too.
    list.addPropertyChangeListener("UI", event -> SwingUtilities.invokeLater(this::fixHeight));
    list.setFixedCellWidth(1); // as wide as the list then, so that long lines are cut with dots
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.getAccessibleContext().setAccessibleName(context.word("ui.conversations.list"));
    JScrollPane scroll =
        new JScrollPane(
            list,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(javax.swing.BorderFactory.createEmptyBorder());
    add(filter, "gap 16 16 16 12");
    nobody.setName("filter.nobody");
    add(nobody, "gap 16 16 0 8, wmin 0, hidemode 2");
    add(scroll, "wmin 0");
    add(
        Buttons.of(
            "toAddress",
            "address",
            context.word("ui.conversations.toAddress"),
            controller::onMessageToAddress),
        "gap 16 16 12 12");
    Inputs.onChange(filter, () -> model.filter.set(filter.getText()));
    Inputs.onKey(filter, "ENTER", controller::onFilterEnter);
    Inputs.onKey(filter, "ESCAPE", () -> filter.setText(""));
    Inputs.onKey(filter, "DOWN", () -> Inputs.focus(list));
    Inputs.onKey(list, "ENTER", controller::focusComposer);
    list.addListSelectionListener(
        event -> {
          Entry chosen = list.getSelectedValue();
          if (!filling && chosen != null) {
            controller.onOpen(chosen.peer());
          }
        });
    model.entries.follow(entries -> fill(model));
    model.filter.follow(
        text -> {
          if (!filter.getText().equals(text)) {
            filter.setText(text);
          }
          fill(model);
        });
    model.open.follow(open -> fill(model));
  }

  /** All lines are as high as one: the list need not ask each of thousands. */
  private void fixHeight() {
    if (!lines.isEmpty()) {
      Component line =
          list.getCellRenderer().getListCellRendererComponent(list, lines.get(0), 0, false, false);
      list.setFixedCellHeight(line.getPreferredSize().height);
    }
  }

  private void fill(ConversationsModel model) {
    filling = true;
    List<Entry> shown = model.shown();
    if (lines.isEmpty() && !shown.isEmpty()) {
      lines.addElement(shown.get(0));
      fixHeight();
    }
    int both = Math.min(lines.size(), shown.size());
    for (int i = 0; i < both; i++) {
      if (!lines.get(i).equals(shown.get(i))) {
        lines.set(i, shown.get(i));
      }
    }
    if (both < shown.size()) {
      lines.addAll(shown.subList(both, shown.size())); // one event, not one for each of thousands
    }
    lines.setSize(shown.size());
    nobody.setVisible(shown.isEmpty() && !model.entries.get().isEmpty());
    int chosen = -1;
    for (int i = 0; i < shown.size(); i++) {
      if (model.open.get().equals(java.util.Optional.of(shown.get(i).peer()))) {
        chosen = i;
      }
    }
    if (chosen < 0) {
      list.clearSelection();
    } else {
      list.setSelectedIndex(chosen);
      list.ensureIndexIsVisible(chosen);
    }
    filling = false;
  }

  /** The context menu, by mouse over a line and by keyboard for the chosen one. */
  private void menu(UiContext context, ConversationsController controller) {
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            asked(event);
          }

          @Override
          public void mouseClicked(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event) && list.getSelectedIndex() >= 0) {
              controller.focusComposer(); // by keyboard one goes on in the list
            }
          }

          @Override
          public void mouseReleased(MouseEvent event) {
            asked(event);
          }

          private void asked(MouseEvent event) {
            int at = list.locationToIndex(event.getPoint());
            if (event.isPopupTrigger() && at >= 0 && at < lines.size()) {
              PeerMenu.of(context, lines.get(at), controller)
                  .show(list, event.getX(), event.getY());
            }
          }
        });
    Runnable open =
        () -> {
          int at = list.getSelectedIndex();
          if (at >= 0) {
            java.awt.Rectangle line = list.getCellBounds(at, at);
            PeerMenu.of(context, lines.get(at), controller)
                .show(list, line.x + line.width / 2, line.y + line.height / 2);
          }
        };
    Inputs.onKey(list, "shift F10", open);
    Inputs.onKey(list, "CONTEXT_MENU", open);
  }

  void focusFilter() {
    Inputs.focus(filter);
    filter.selectAll();
  }
}
