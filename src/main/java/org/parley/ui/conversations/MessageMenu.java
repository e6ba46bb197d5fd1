package org.parley.ui.conversations;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import org.parley.ui.common.Icons;
import org.parley.ui.common.Inputs;
import org.parley.ui.common.UiContext;

/** The context menu of a message, by mouse and by keyboard. */
final class MessageMenu {
  private MessageMenu() {}

  static void install(MessageText text, UiContext ui, Supplier<String> whole) {
    JPopupMenu menu = new JPopupMenu();
    JMenuItem copySelection = new JMenuItem(ui.word("ui.message.copySelection"));
    copySelection.setName("message.copySelection");
    copySelection.addActionListener(event -> text.copy());
    JMenuItem copy = new JMenuItem(ui.word("ui.message.copy"), Icons.of("copy"));
    copy.setName("message.copy");
    copy.addActionListener(event -> copy(whole.get()));
    menu.add(copy);
    menu.add(copySelection);
    menu.addPopupMenuListener(
        new javax.swing.event.PopupMenuListener() {
          @Override
          public void popupMenuWillBecomeVisible(javax.swing.event.PopupMenuEvent event) {
            copySelection.setEnabled(text.getSelectionStart() != text.getSelectionEnd());
          }

          @Override
          public void popupMenuWillBecomeInvisible(javax.swing.event.PopupMenuEvent event) {}

          @Override
          public void popupMenuCanceled(javax.swing.event.PopupMenuEvent event) {}
        });
    text.setComponentPopupMenu(menu);
    KeyStroke copyKey =
        KeyStroke.getKeyStroke('C', Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx());
    Inputs.onKey(
        text,
        copyKey,
        JComponent.WHEN_FOCUSED,
        () -> {
          if (text.getSelectionStart() == text.getSelectionEnd()) {
            copy(whole.get());
          } else {
            text.copy();
          }
        });
  }

  private static void copy(String text) {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
  }
}
