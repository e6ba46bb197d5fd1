package org.parley.ui.conversations;

import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.parley.ui.common.Icons;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.ConversationsModel.Entry;

/** What can be done about a conversation as a whole. Made when it is asked for. */
final class PeerMenu {
  private final UiContext ui;
  private final JPopupMenu menu = new JPopupMenu();

  private PeerMenu(UiContext ui) {
    this.ui = ui;
    menu.setName("peer.menu");
  }

  static JPopupMenu of(UiContext ui, Entry entry, ConversationsController controller) {
    PeerMenu made = new PeerMenu(ui);
    boolean contact = entry.contact().isPresent();
    made.item("peer.find", "search", "ui.peer.find", () -> controller.onFindIn(entry));
    made.item("peer.alias", "edit", "ui.peer.alias", () -> controller.peerActions().alias(entry));
    made.item(
        "peer.unread",
        "conversations",
        "ui.peer.unread",
        () -> controller.peerActions().unread(entry, true));
    made.item(
        "peer.mute",
        entry.note().muted() ? "bell" : "mute",
        entry.note().muted() ? "ui.peer.unmute" : "ui.peer.mute",
        () -> controller.peerActions().mute(entry));
    if (entry.conversation().last() != null) {
      made.menu.addSeparator();
      made.item("peer.clear", "remove", "ui.peer.clear", () -> controller.onClear(entry));
    }
    if (contact) {
      made.menu.addSeparator();
      made.item(
          "peer.block",
          "block",
          entry.note().blocked() ? "ui.peer.unblock" : "ui.peer.block",
          () -> controller.peerActions().block(entry));
    }
    return made.menu;
  }

  private void item(String name, String icon, String word, Runnable action) {
    JMenuItem item = new JMenuItem(ui.word(word), Icons.of(icon));
    item.setName(name);
    item.addActionListener(event -> action.run());
    menu.add(item);
  }
}
