package org.parley.ui.common;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Where somebody types, and following what. */
public final class Inputs {
  private Inputs() {}

  /**
   * Puts the focus there, now or once its window has it, unless it is hidden. Asked for something
   * within what is hidden, AWT gives it nothing and remembers it all the same: the window would
   * then give the focus to nothing, and no key would be heard.
   */
  public static void focus(JComponent where) {
    for (Component c = where; c != null && !(c instanceof Window); c = c.getParent()) {
      if (!c.isVisible()) {
        return;
      }
    }
    where.requestFocusInWindow();
  }

  /** Calls {@code changed} after each change of the field's text. */
  public static void onChange(JTextComponent field, Runnable changed) {
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                changed.run();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                changed.run();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {}
            });
  }

  /** Runs the action at that key while the focus is in the component or one inside it. */
  public static void onKey(JComponent where, String key, Runnable action) {
    onKey(
        where, KeyStroke.getKeyStroke(key), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, action);
  }

  /**
   * Runs the action at that key; {@code condition} as {@link JComponent#getInputMap(int)} has it.
   */
  public static void onKey(JComponent where, KeyStroke key, int condition, Runnable action) {
    onKey(
        where,
        key,
        condition,
        new AbstractAction() {
          private static final long serialVersionUID = 1L;

          @Override
          public void actionPerformed(ActionEvent event) {
            action.run();
          }
        });
  }

  /** As the other, with an action that knows its name. */
  public static void onKey(JComponent where, KeyStroke key, int condition, Action action) {
    String name = "parley." + key;
    where.getInputMap(condition).put(key, name);
    where.getActionMap().put(name, action);
  }
}
