package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.parley.messaging.Message;
import org.parley.ui.common.Theme;

/** A row that the keyboard reaches: of a message, or of removed ones. */
abstract class TalkRow extends WrappedRow {
  private static final long serialVersionUID = 1L;

  private boolean chosen;

  TalkRow() {
    setFocusable(true);
  }

  /** The message, or the oldest of those that it shows. */
  abstract Message message();

  /** Whether that message is here. */
  abstract boolean shows(Message one);

  /** Whether it is one of those that are chosen, or is pointed at. */
  void setChosen(boolean now) {
    chosen = now;
    repaint();
  }

  boolean isChosen() {
    return chosen;
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    if (!chosen && !isFocusOwner()) {
      return;
    }
    Graphics2D to = (Graphics2D) g.create();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int arc = UIScale.scale(16);
    if (chosen) {
      to.setColor(Theme.colour("chosenBackground"));
      to.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
    }
    if (isFocusOwner()) {
      to.setColor(Theme.colour("linkForeground"));
      to.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, arc, arc);
    }
    to.dispose();
  }
}
