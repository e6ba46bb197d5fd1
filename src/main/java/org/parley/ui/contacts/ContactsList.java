package org.parley.ui.contacts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.CardLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableColumnModel;
import org.parley.directory.DirectoryEntry;
import org.parley.name.PeerName;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.EmptyPlace;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Talk;

/** The table of the entries, or, where there is none to show, how to begin. */
final class ContactsList extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int[] WIDTHS = {160, 184, 64, 208, 272};

  private final UiContext context;
  private final transient ContactsModel model;
  private final transient ContactsController controller;
  private final ContactsTable rows;
  private final transient ContactSorter sorter;
  private final JTable table;
  private final CardLayout cards = new CardLayout();
  private boolean filling;

  ContactsList(UiContext context, ContactsModel model, ContactsController controller, Talk talk) {
    this.context = context;
    this.model = model;
    this.controller = controller;
    setLayout(cards);
    setOpaque(false);
    rows = new ContactsTable(context, model, talk);
    sorter = new ContactSorter(rows, context.words().locale());
    table = new JTable(rows);
    fillTable();
    add(scrolling(), "table");
    add(nobody(), "empty");
    add(nothingFound(), "nothing");
    model.entries.follow(entries -> refill());
    model.filter.follow(
        filter -> {
          sorter.show(filter);
          choose();
        });
    model.seen.follow(count -> table.repaint());
    model.revealed.follow(shown -> table.repaint());
  }

  private JScrollPane scrolling() {
    JScrollPane scroll = new JScrollPane(table);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getViewport().putClientProperty("FlatLaf.styleClass", "page");
    return scroll;
  }

  private EmptyPlace nobody() {
    return new EmptyPlace(
        context.word("ui.contacts.empty.title"),
        context.word("ui.contacts.empty.sentence"),
        "directory",
        Buttons.of(
            "empty.invite", "invite", context.word("ui.contacts.invite"), controller::onInvite),
        Buttons.of("empty.paste", "paste", context.word("ui.contacts.paste"), controller::onPaste));
  }

  private EmptyPlace nothingFound() {
    return new EmptyPlace(
        context.word("ui.contacts.nothing.title"),
        context.word("ui.contacts.nothing.sentence"),
        "search",
        Buttons.of(
            "nothing.all", context.word("ui.contacts.nothing.all"), () -> model.filter.set("")));
  }

  private void fillTable() {
    table.setName("contacts.table");
    table.getAccessibleContext().setAccessibleName(context.word("ui.contacts.table"));
    table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    table.setDefaultRenderer(Object.class, new ContactCell());
    table.setRowSorter(sorter);
    table.setFillsViewportHeight(true);
    table.getTableHeader().setReorderingAllowed(false);
    if (table.getTableHeader().getDefaultRenderer() instanceof JLabel header) {
      header.setHorizontalAlignment(JLabel.LEADING);
    }
    TableColumnModel columns = table.getColumnModel();
    for (int i = 0; i < WIDTHS.length; i++) {
      columns.getColumn(i).setPreferredWidth(UIScale.scale(WIDTHS[i]));
    }
    columns
        .getColumn(ContactsTable.PORT)
        .setMinWidth(UIScale.scale(WIDTHS[ContactsTable.PORT])); // half a number tells nothing
    table
        .getSelectionModel()
        .addListSelectionListener(
            event -> {
              if (!filling && !event.getValueIsAdjusting()) {
                tellChosen();
              }
            });
    ContactMenu menu = new ContactMenu(context, model, controller, table);
    table.setComponentPopupMenu(menu);
    table.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            menu.onPress(event);
          }

          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2 && table.rowAtPoint(event.getPoint()) >= 0) {
              controller.onTalk();
            }
          }
        });
    Inputs.onKey(table, "ENTER", controller::onEdit);
    Inputs.onKey(table, "DELETE", controller::onRemove);
    Inputs.onKey(table, "SPACE", controller::onReveal);
    // Tab leaves the table: it is for reading, not for typing into cells.
    table.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    table.setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
  }

  private void tellChosen() {
    List<DirectoryEntry> chosen = new ArrayList<>();
    for (int row : table.getSelectedRows()) {
      chosen.add(rows.entry(table.convertRowIndexToModel(row)));
    }
    model.chosen.set(List.copyOf(chosen));
  }

  /** Other rows: who was selected is so again, found by its entry or by its name. */
  private void refill() {
    int at = Math.max(0, table.getSelectedRow());
    filling = true;
    rows.fireTableDataChanged();
    filling = false;
    choose(at);
  }

  private void choose() {
    choose(Math.max(0, table.getSelectedRow()));
  }

  private void choose(int otherwise) {
    Map<DirectoryEntry, Integer> byEntry = new HashMap<>();
    Map<PeerName, Integer> byName = new HashMap<>();
    List<DirectoryEntry> entries = model.entries.get();
    for (int i = entries.size() - 1; i >= 0; i--) {
      byEntry.put(entries.get(i), i);
      PeerName name = entries.get(i).name();
      if (name != null) {
        byName.put(name, i);
      }
    }
    filling = true;
    ListSelectionModel selection = table.getSelectionModel();
    selection.setValueIsAdjusting(true);
    selection.clearSelection();
    for (DirectoryEntry chosen : model.chosen.get()) {
      Integer row = byEntry.get(chosen);
      if (row == null && chosen.name() != null) {
        row = byName.get(chosen.name());
      }
      int shown = row == null ? -1 : table.convertRowIndexToView(row);
      if (shown >= 0) {
        selection.addSelectionInterval(shown, shown);
      }
    }
    if (selection.isSelectionEmpty() && table.getRowCount() > 0) {
      int row = Math.min(otherwise, table.getRowCount() - 1);
      selection.setSelectionInterval(row, row);
    }
    selection.setValueIsAdjusting(false);
    filling = false;
    tellChosen();
    cards.show(
        this, rows.getRowCount() == 0 ? "empty" : table.getRowCount() == 0 ? "nothing" : "table");
  }

  /** Selects an entry and brings it into sight. */
  void show(DirectoryEntry entry) {
    int row = model.entries.get().indexOf(entry);
    int shown = row < 0 ? -1 : table.convertRowIndexToView(row);
    if (shown >= 0) {
      table.setRowSelectionInterval(shown, shown);
      table.scrollRectToVisible(table.getCellRect(shown, 0, true));
    }
  }

  void focus() {
    Inputs.focus(table);
  }
}
