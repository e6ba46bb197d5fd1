package org.parley.ui.common;

import java.awt.event.ActionEvent;
import javax.swing.Action;
import javax.swing.JButton;

/** Buttons of one kind each. */
public final class Buttons {
  private Buttons() {}

  /** A button with a word. */
  public static JButton of(String name, String text, Runnable action) {
    JButton button = Plain.withoutHtml(new JButton());
    button.setText(text);
    button.setName(name);
    button.addActionListener(event -> action.run());
    return button;
  }

  /** A button with a word and an icon before it. */
  public static JButton of(String name, String icon, String text, Runnable action) {
    JButton button = of(name, text, action);
    button.setIcon(Icons.of(icon));
    return button;
  }

  /** A button with only an icon, whose word is its tooltip and accessible name. */
  public static JButton icon(String name, String icon, String text, Runnable action) {
    JButton button = new JButton(Icons.of(icon));
    button.setName(name);
    button.setToolTipText(text);
    button.getAccessibleContext().setAccessibleName(text);
    button.putClientProperty("JButton.buttonType", "toolBarButton");
    button.addActionListener(event -> action.run());
    return button;
  }

  /** A button with only an icon that does what the action does, and says its name and key. */
  public static JButton icon(String name, String icon, Action action) {
    JButton button =
        icon(
            name,
            icon,
            String.valueOf(action.getValue(Action.SHORT_DESCRIPTION)),
            () ->
                action.actionPerformed(
                    new ActionEvent(action, ActionEvent.ACTION_PERFORMED, name)));
    button.getAccessibleContext().setAccessibleName(String.valueOf(action.getValue(Action.NAME)));
    return button;
  }

  /** A button that looks like text: for what is rarely wanted. */
  public static JButton quiet(String name, String text, Runnable action) {
    JButton button = of(name, text, action);
    button.putClientProperty("JButton.buttonType", "borderless");
    button.putClientProperty("FlatLaf.styleClass", "link");
    return button;
  }
}
