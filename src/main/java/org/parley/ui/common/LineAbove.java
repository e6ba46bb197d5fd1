package org.parley.ui.common;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.border.AbstractBorder;

/** A thin line above a component, in the theme's colour of the moment. */
public final class LineAbove extends AbstractBorder {
  private static final long serialVersionUID = 1L;

  @Override
  public Insets getBorderInsets(Component on, Insets insets) {
    insets.set(1, 0, 0, 0);
    return insets;
  }

  @Override
  public void paintBorder(Component on, Graphics g, int x, int y, int width, int height) {
    g.setColor(Theme.colour("lineColor"));
    g.drawLine(x, y, x + width, y);
  }
}
