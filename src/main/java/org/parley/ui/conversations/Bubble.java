package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JPanel;

/** A rounded ground, at whose corners one sees whatever its row has painted. */
final class Bubble extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int ARC = 16;

  Bubble() {
    super(null);
    setOpaque(false);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D to = (Graphics2D) g.create();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setColor(getBackground());
    int arc = UIScale.scale(ARC);
    to.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
    to.dispose();
  }
}
