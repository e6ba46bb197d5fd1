package org.parley.ui.conversations;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.LayoutFocusTraversalPolicy;
import javax.swing.SwingUtilities;
import org.parley.messaging.Message;
import org.parley.ui.common.Inputs;

/**
 * The keyboard in the list of messages. Tab leads to one row and on to its buttons; arrows go from
 * row to row, with Shift they choose; Space chooses one; Delete removes what is chosen; Enter goes
 * into the text, to select in it; Esc goes out of the text, then ends the choice.
 */
final class RowKeys {
  private static final int PAGE = 8;

  private final MessageList list;
  private final RowSelection selection;
  private final MessageActions actions;

  private RowKeys(MessageList list, RowSelection selection, MessageActions actions) {
    this.list = list;
    this.selection = selection;
    this.actions = actions;
  }

  static void install(MessageList list, RowSelection selection, MessageActions actions) {
    RowKeys keys = new RowKeys(list, selection, actions);
    int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
    keys.step(KeyEvent.VK_UP, -1);
    keys.step(KeyEvent.VK_DOWN, 1);
    keys.step(KeyEvent.VK_PAGE_UP, -PAGE);
    keys.step(KeyEvent.VK_PAGE_DOWN, PAGE);
    keys.step(KeyEvent.VK_HOME, -Exchange.MOST);
    keys.step(KeyEvent.VK_END, Exchange.MOST);
    keys.on(KeyEvent.VK_SPACE, 0, keys::toggle);
    keys.on(KeyEvent.VK_ENTER, 0, keys::intoText);
    keys.on(KeyEvent.VK_ESCAPE, 0, keys::out);
    keys.on(KeyEvent.VK_A, menu, selection::all);
    keys.on(KeyEvent.VK_C, menu, keys::copy);
    keys.on(KeyEvent.VK_DELETE, 0, () -> actions.remove(keys.meant()));
    list.setFocusTraversalPolicyProvider(true);
    list.setFocusTraversalPolicy(
        new LayoutFocusTraversalPolicy() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean accept(Component one) {
            boolean stop =
                one instanceof TalkRow row
                    ? selection.current().equals(Optional.of(row))
                    : !(one instanceof MessageText);
            return stop && super.accept(one);
          }
        });
  }

  private void step(int key, int by) {
    on(key, 0, () -> selection.step(by, false));
    on(key, InputEvent.SHIFT_DOWN_MASK, () -> selection.step(by, true));
  }

  private void on(int key, int modifiers, Runnable action) {
    Inputs.onKey(
        list,
        KeyStroke.getKeyStroke(key, modifiers),
        JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
        action);
  }

  /** The row that a component is, or is in. */
  static Optional<TalkRow> rowOf(Component one) {
    return one instanceof TalkRow row
        ? Optional.of(row)
        : Optional.ofNullable((TalkRow) SwingUtilities.getAncestorOfClass(TalkRow.class, one));
  }

  private Optional<TalkRow> row() {
    return rowOf(KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
  }

  private void toggle() {
    if (row().orElse(null) instanceof MessageRow row) {
      selection.toggle(row);
    }
  }

  private List<Message> meant() {
    List<Message> chosen = selection.chosen();
    return chosen.isEmpty()
        ? row()
            .filter(MessageRow.class::isInstance)
            .map(r -> List.of(r.message()))
            .orElse(List.of())
        : chosen;
  }

  private void copy() {
    if (selection.chosen().isEmpty() && row().orElse(null) instanceof RemovedRow row) {
      row.copy();
    } else {
      actions.copy(meant());
    }
  }

  private void intoText() {
    Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    if (focus instanceof MessageRow row) {
      MessageText text = row.textComponent();
      Inputs.focus(text);
      text.getCaret().setVisible(true);
    }
  }

  private void out() {
    Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    if (focus instanceof MessageText text) {
      text.select(0, 0);
      text.getCaret().setVisible(false);
      row().ifPresent(selection::go);
    } else {
      selection.clear();
    }
  }
}
