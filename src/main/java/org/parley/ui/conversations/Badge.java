package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.parley.ui.common.Theme;

/** How many are unread, in a pill of the accent, grey where muted; a dot where it was marked so. */
final class Badge extends JComponent {
  private static final long serialVersionUID = 1L;

  private String text = "";

  private boolean quiet;

  void show(int count, boolean marked, boolean muted) {
    text = count == 0 ? "" : count > 99 ? "99+" : Integer.toString(count);
    quiet = muted;
    setVisible(count > 0 || marked);
  }

  @Override
  public Dimension getPreferredSize() {
    int height = UIScale.scale(18);
    return new Dimension(
        Math.max(height, getFontMetrics(font()).stringWidth(text) + UIScale.scale(10)), height);
  }

  private java.awt.Font font() {
    return UIManager.getFont("Label.font").deriveFont(java.awt.Font.BOLD, UIScale.scale(11f));
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D to = (Graphics2D) g.create();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    to.setColor(
        quiet ? Theme.colour("quietForeground") : UIManager.getColor("Button.default.background"));
    int high = text.isEmpty() ? UIScale.scale(10) : getHeight();
    int wide = text.isEmpty() ? high : getWidth();
    to.fillRoundRect(getWidth() - wide, (getHeight() - high) / 2, wide, high, high, high);
    to.setColor(
        quiet ? Theme.colour("pageBackground") : UIManager.getColor("Button.default.foreground"));
    to.setFont(font());
    java.awt.FontMetrics metrics = to.getFontMetrics();
    to.drawString(
        text,
        (getWidth() - metrics.stringWidth(text)) / 2,
        (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
    to.dispose();
  }
}
