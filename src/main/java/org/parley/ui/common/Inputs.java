package org.parley.ui.common;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Following what somebody types. */
public final class Inputs {
  private Inputs() {}

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
