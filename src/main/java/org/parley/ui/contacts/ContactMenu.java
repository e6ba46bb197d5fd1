package org.parley.ui.contacts;

import java.awt.Component;
import java.awt.Point;
import java.awt.event.MouseEvent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.UiContext;

/** What can be done with the rows that are selected; a click on another one selects that first. */
final class ContactMenu extends JPopupMenu {
  private static final long serialVersionUID = 1L;

  private final transient ContactsModel model;
  private final JTable table;
  private final JMenuItem talk;
  private final JMenuItem edit;
  private final JMenuItem check;
  private final JMenuItem renew;

  ContactMenu(UiContext ui, ContactsModel model, ContactsController controller, JTable table) {
    this.model = model;
    this.table = table;
    setName("contacts.menu");
    talk = item("talk", "conversations", ui.word("ui.contacts.talk"), controller::onTalk);
    edit = item("edit", "edit", ui.word("ui.contacts.edit"), controller::onEdit);
    check = item("check", "check", ui.word("ui.contacts.check"), controller::onCheck);
    item("reveal", "reveal", ui.word("ui.contacts.reveal"), controller::onReveal);
    renew = item("renew", "generate", ui.word("ui.contacts.renew"), controller::onRenew);
    addSeparator();
    item("remove", "remove", ui.word("ui.contacts.remove"), controller::onRemove);
  }

  private JMenuItem item(String name, String icon, String text, Runnable action) {
    JMenuItem item = Plain.withoutHtml(new JMenuItem(Icons.of(icon)));
    item.setText(text);
    item.setName("contacts.menu." + name);
    item.addActionListener(event -> action.run());
    add(item);
    return item;
  }

  @Override
  public void show(@Nullable Component invoker, int x, int y) {
    boolean one = model.one().isPresent();
    boolean usable = model.one().filter(entry -> entry.contact() != null).isPresent();
    talk.setEnabled(usable);
    edit.setEnabled(one);
    renew.setEnabled(usable);
    check.setEnabled(model.chosen.get().stream().anyMatch(entry -> entry.contact() != null));
    super.show(invoker, x, y);
  }

  /** A row that is clicked with the other button becomes the one that the menu is about. */
  void onPress(MouseEvent event) {
    Point at = SwingUtilities.convertPoint(event.getComponent(), event.getPoint(), table);
    int row = table.rowAtPoint(at);
    if (row >= 0 && !table.isRowSelected(row) && SwingUtilities.isRightMouseButton(event)) {
      table.setRowSelectionInterval(row, row);
    }
  }
}
