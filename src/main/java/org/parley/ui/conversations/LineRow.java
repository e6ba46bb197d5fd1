package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JLabel;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Theme;

/** A word with a thin line on both sides: a day, or where the unread ones begin. */
final class LineRow extends WrappedRow {
  private static final long serialVersionUID = 1L;

  private final JLabel word;

  LineRow(String text, String style) {
    word = Plain.label(text, style);
    add(word);
  }

  String text() {
    return word.getText();
  }

  @Override
  int heightAt(int width) {
    return word.getPreferredSize().height + UIScale.scale(16);
  }

  @Override
  public void doLayout() {
    Dimension wanted = word.getPreferredSize();
    word.setBounds(
        (getWidth() - wanted.width) / 2,
        (getHeight() - wanted.height) / 2,
        wanted.width,
        wanted.height);
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    g.setColor(Theme.colour("lineColor"));
    int y = getHeight() / 2;
    int gap = UIScale.scale(16);
    int side = UIScale.scale(SIDE);
    g.drawLine(side, y, word.getX() - gap, y);
    g.drawLine(word.getX() + word.getWidth() + gap, y, getWidth() - side, y);
  }
}
