package org.parley.ui;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.KeyStroke;
import org.parley.ui.common.UiContext;

/** One thing that the window can do: its name, its key, and the doing. */
final class Command extends AbstractAction {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final transient Runnable doing;

  /** The name is the word {@code ui.command.ID}. */
  Command(UiContext ui, String id, KeyStroke key, Runnable doing) {
    super(ui.word("ui.command." + id));
    this.id = id;
    this.doing = doing;
    putValue(Action.ACCELERATOR_KEY, key);
    putValue(Action.SHORT_DESCRIPTION, name() + " (" + keyText() + ")");
  }

  String id() {
    return id;
  }

  String name() {
    return String.valueOf(getValue(Action.NAME));
  }

  KeyStroke key() {
    return (KeyStroke) getValue(Action.ACCELERATOR_KEY);
  }

  /** The key as it is written on keyboards. */
  String keyText() {
    return text(key());
  }

  /** A key as it is written on keyboards. */
  static String text(KeyStroke key) {
    String held = InputEvent.getModifiersExText(key.getModifiers());
    int code = key.getKeyCode();
    // Of these the code is the sign, which Java calls by a word.
    boolean sign = code >= KeyEvent.VK_COMMA && code <= KeyEvent.VK_SLASH;
    String pressed = sign ? String.valueOf((char) code) : KeyEvent.getKeyText(code);
    return held.isEmpty() ? pressed : held + "+" + pressed;
  }

  @Override
  public void actionPerformed(ActionEvent event) {
    doing.run();
  }
}
