package org.parley.ui.conversations;

import java.util.List;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;
import org.parley.messaging.Message;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Plain;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;

/** The context menu of a message, or of all that are chosen. Made when it is asked for. */
final class MessageMenu {
  private static final int MOST_LINKS = 5;

  private final UiContext ui;
  private final MessageActions actions;
  private final JPopupMenu menu = new JPopupMenu();

  private MessageMenu(UiContext ui, MessageActions actions) {
    this.ui = ui;
    this.actions = actions;
    menu.setName("message.menu");
  }

  /**
   * For the message of a row.
   *
   * @param text where something may be selected; null where the row itself was asked
   * @param toggle chooses the row, or ends that
   */
  static JPopupMenu of(
      UiContext ui,
      MessageActions actions,
      Message message,
      List<String> links,
      @Nullable MessageText text,
      Runnable toggle) {
    MessageMenu made = new MessageMenu(ui, actions);
    if (text != null && text.getSelectionStart() != text.getSelectionEnd()) {
      made.item("message.copySelection", "copy", "ui.message.copySelection", text::copy);
    }
    made.item("message.copy", "copy", "ui.message.copy", () -> actions.copy(List.of(message)));
    made.links(links);
    made.item("message.select", "check", "ui.message.select", toggle);
    made.menu.addSeparator();
    made.item("message.details", "reveal", "ui.message.details", () -> actions.details(message));
    made.remove(actions, List.of(message));
    return made.menu;
  }

  /** For several that are chosen. */
  static JPopupMenu of(
      UiContext ui, MessageActions actions, List<Message> chosen, Runnable unchoose) {
    MessageMenu made = new MessageMenu(ui, actions);
    made.item("message.copyAll", "copy", "ui.message.copyAll", () -> actions.copy(chosen));
    made.remove(actions, chosen);
    made.menu.addSeparator();
    made.item("message.unselect", "cancel", "ui.message.unselect", unchoose);
    return made.menu;
  }

  private void remove(MessageActions actions, List<Message> messages) {
    item("message.remove", "remove", "ui.message.remove", () -> actions.remove(messages));
  }

  private void links(List<String> links) {
    for (int i = 0; i < Math.min(MOST_LINKS, links.size()); i++) {
      String link = links.get(i);
      JMenuItem item = Plain.withoutHtml(new JMenuItem());
      item.setText(ui.word("ui.message.link", SafeText.quoted(Links.host(link).orElse(""))));
      item.setIcon(Icons.of("address"));
      item.setName("message.link." + i);
      item.addActionListener(event -> actions.link(link));
      menu.add(item);
    }
  }

  private void item(String name, String icon, String word, Runnable action) {
    JMenuItem item = new JMenuItem(ui.word(word), Icons.of(icon));
    item.setName(name);
    item.addActionListener(event -> action.run());
    menu.add(item);
  }
}
