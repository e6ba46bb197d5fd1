package org.parley.ui.common;

import javax.swing.JComponent;
import javax.swing.JPasswordField;

/**
 * A field for a password, which can be shown: the look's own button for that has no name and no
 * key, and is made anew with each change of the look.
 */
public final class PasswordInput extends JPasswordField {
  private static final long serialVersionUID = 1L;

  private String reveal = "";

  /** A field of that name. */
  public PasswordInput(String name, UiContext ui) {
    setName(name);
    reveal = ui.word("ui.common.reveal");
    nameReveal();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    nameReveal();
  }

  private void nameReveal() {
    for (var child : getComponents()) {
      if (child instanceof JComponent button
          && "PasswordField.revealButton".equals(button.getName())) {
        button.getAccessibleContext().setAccessibleName(reveal);
        button.setToolTipText(reveal);
        button.setFocusable(true);
      }
    }
  }
}
