package org.parley.ui.contacts;

import java.awt.CardLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableColumnModel;
import net.miginfocom.swing.MigLayout;
import org.parley.directory.DirectoryEntry;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.EmptyPlace;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Talk;

/** The whole tab: own details, what can be done, the table. */
final class ContactsView {
  private final UiContext ui;
  private final ContactsModel model;
  private final JPanel page =
      new JPanel(new MigLayout("insets 24, fill, wrap 1, gap 0 16, hidemode 3", "[grow, fill]"));
  private final ContactsTable rows;
  private final JTable table;
  private final JButton edit;
  private final JButton remove;
  private final JButton check;
  private final JButton reveal;
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);
  private boolean filling;

  ContactsView(UiContext ui, ContactsModel model, ContactsController controller, Talk talk) {
    this.ui = ui;
    this.model = model;
    rows = new ContactsTable(ui, model, talk);
    table = new JTable(rows);
    edit = Buttons.of("contacts.edit", "edit", ui.word("ui.contacts.edit"), controller::onEdit);
    remove =
        Buttons.of(
            "contacts.remove", "remove", ui.word("ui.contacts.remove"), controller::onRemove);
    check =
        Buttons.of("contacts.check", "check", ui.word("ui.contacts.check"), controller::onCheck);
    reveal =
        Buttons.of(
            "contacts.reveal", "reveal", ui.word("ui.contacts.reveal"), controller::onReveal);
    page.putClientProperty("FlatLaf.styleClass", "page");
    page.setName("contacts");
    page.add(details(controller));
    page.add(tools(controller));
    page.add(middle, "grow, push");
    page.add(foot(controller));
    fillMiddle(controller);
    table(controller);
    bind();
  }

  private JPanel details(ContactsController controller) {
    JPanel panel =
        new JPanel(new MigLayout("insets 12 16 12 16, fillx, gap 8 2", "[grow, fill][][]"));
    panel.putClientProperty("FlatLaf.styleClass", "incoming");
    JLabel text = Plain.label("", "strong");
    text.setName("contacts.details");
    JLabel note = Plain.label(ui.word("ui.contacts.details.note"), "note");
    panel.add(text, "wmin 0");
    panel.add(
        Buttons.of(
            "contacts.invite", "invite", ui.word("ui.contacts.invite"), controller::onInvite),
        "spany 2");
    panel.add(
        Buttons.of("contacts.paste", "paste", ui.word("ui.contacts.paste"), controller::onPaste),
        "spany 2, wrap");
    panel.add(note, "wmin 0");
    model.details.follow(text::setText);
    return panel;
  }

  private JPanel tools(ContactsController controller) {
    JPanel panel = new JPanel(new MigLayout("insets 0, nogrid, fillx, gap 8"));
    panel.setOpaque(false);
    JButton add = Buttons.of("contacts.add", "add", ui.word("ui.contacts.add"), controller::onAdd);
    add.putClientProperty("FlatLaf.styleClass", "primary");
    panel.add(add);
    panel.add(edit);
    panel.add(check);
    panel.add(reveal);
    panel.add(
        Buttons.quiet("contacts.import", ui.word("ui.contacts.import"), controller::onImport),
        "gapbefore push");
    panel.add(
        Buttons.quiet("contacts.export", ui.word("ui.contacts.export"), controller::onExport));
    panel.add(remove);
    return panel;
  }

  private JPanel foot(ContactsController controller) {
    JPanel panel = new JPanel(new MigLayout("insets 0, nogrid, fillx, gap 8, hidemode 3"));
    panel.setOpaque(false);
    JLabel removed = Plain.label("", "note");
    JButton undo = Buttons.quiet("contacts.undo", ui.word("ui.contacts.undo"), controller::onUndo);
    JLabel plain = Plain.label(ui.word("ui.contacts.plain"), "note");
    panel.add(removed);
    panel.add(undo);
    JButton seal = Buttons.quiet("contacts.seal", "", controller::onSeal);
    panel.add(plain, "gapbefore push");
    panel.add(seal);
    model.plain.follow(
        isPlain -> {
          plain.setText(ui.word(isPlain ? "ui.contacts.plain" : "ui.contacts.sealed"));
          seal.setText(ui.word(isPlain ? "ui.contacts.seal" : "ui.contacts.unseal"));
        });
    model.removed.follow(
        name -> {
          removed.setVisible(name.isPresent());
          undo.setVisible(name.isPresent());
          name.ifPresent(
              n -> removed.setText(ui.word("ui.contacts.removed", SafeText.quoted(n.toString()))));
        });
    return panel;
  }

  private void fillMiddle(ContactsController controller) {
    JScrollPane scroll = new JScrollPane(table);
    scroll.setBorder(javax.swing.BorderFactory.createEmptyBorder());
    scroll.getViewport().putClientProperty("FlatLaf.styleClass", "page");
    middle.setOpaque(false);
    middle.add(scroll, "table");
    middle.add(
        new EmptyPlace(
            ui.word("ui.contacts.empty.title"),
            ui.word("ui.contacts.empty.sentence"),
            "directory",
            Buttons.of(
                "empty.invite", "invite", ui.word("ui.contacts.invite"), controller::onInvite),
            Buttons.of("empty.paste", "paste", ui.word("ui.contacts.paste"), controller::onPaste)),
        "empty");
  }

  private void table(ContactsController controller) {
    table.setName("contacts.table");
    table.getAccessibleContext().setAccessibleName(ui.word("ui.contacts.table"));
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setDefaultRenderer(Object.class, new ContactCell());
    table.setFillsViewportHeight(true);
    table.getTableHeader().setReorderingAllowed(false);
    if (table.getTableHeader().getDefaultRenderer() instanceof JLabel header) {
      header.setHorizontalAlignment(JLabel.LEADING);
    }
    TableColumnModel columns = table.getColumnModel();
    int[] widths = {160, 184, 64, 208, 272};
    for (int i = 0; i < widths.length; i++) {
      columns.getColumn(i).setPreferredWidth(com.formdev.flatlaf.util.UIScale.scale(widths[i]));
    }
    table
        .getSelectionModel()
        .addListSelectionListener(
            event -> {
              if (!filling) {
                int row = table.getSelectedRow();
                model.chosen.set(
                    row < 0
                        ? Optional.empty()
                        : Optional.of(rows.entry(table.convertRowIndexToModel(row))));
              }
            });
    table.addMouseListener(
        new MouseAdapter() {
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

  private void bind() {
    model.entries.follow(entries -> refill());
    model.seen.follow(count -> repaintRows());
    model.revealed.follow(
        shown -> {
          repaintRows();
          enable();
        });
    model.chosen.follow(chosen -> enable());
  }

  private void repaintRows() {
    table.repaint();
  }

  private void refill() {
    filling = true;
    rows.fireTableDataChanged();
    cards.show(middle, rows.getRowCount() == 0 ? "empty" : "table");
    Optional<DirectoryEntry> chosen = model.chosen.get();
    int row =
        chosen
            .flatMap(e -> Optional.ofNullable(e.name()))
            .map(rows::row)
            .orElse(rows.getRowCount() > 0 ? 0 : -1);
    filling = false;
    if (row < 0) {
      table.clearSelection();
      model.chosen.set(Optional.empty());
    } else {
      table.setRowSelectionInterval(row, row);
      model.chosen.set(Optional.of(rows.entry(row)));
    }
  }

  private void enable() {
    Optional<DirectoryEntry> chosen = model.chosen.get();
    edit.setEnabled(chosen.isPresent());
    remove.setEnabled(chosen.isPresent());
    check.setEnabled(chosen.isPresent() && chosen.get().contact() != null);
    reveal.setEnabled(chosen.isPresent() && chosen.get().form().password() != null);
    boolean shown = chosen.isPresent() && model.revealed.get().contains(chosen.get());
    reveal.setText(ui.word(shown ? "ui.contacts.hide" : "ui.contacts.reveal"));
  }

  JPanel component() {
    return page;
  }
}
