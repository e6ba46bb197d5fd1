package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JViewport;

/** Rows below one another, each as high as it needs at the width that there is. */
final class RowsLayout implements LayoutManager {
  private static final int GAP = 4;
  private static final int SIDE = 24 - WrappedRow.SIDE;
  private static final int END = 16;

  @Override
  public void addLayoutComponent(String name, Component component) {}

  @Override
  public void removeLayoutComponent(Component component) {}

  @Override
  public Dimension preferredLayoutSize(Container parent) {
    // The width that it is about to get: its own is still that of the last layout.
    int wide = parent.getParent() instanceof JViewport seen ? seen.getWidth() : parent.getWidth();
    int width = inner(wide);
    int height = UIScale.scale(2 * END);
    for (Component child : parent.getComponents()) {
      height += ((WrappedRow) child).heightAt(width) + UIScale.scale(GAP);
    }
    return new Dimension(wide, height);
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return new Dimension(0, 0);
  }

  @Override
  public void layoutContainer(Container parent) {
    int width = inner(parent.getWidth());
    // What is shorter than the window stands at its bottom, where the next message comes.
    int y = Math.max(0, parent.getHeight() - preferredLayoutSize(parent).height);
    y += UIScale.scale(END);
    for (Component child : parent.getComponents()) {
      int height = ((WrappedRow) child).heightAt(width);
      child.setBounds(UIScale.scale(SIDE), y, width, height);
      y += height + UIScale.scale(GAP);
    }
  }

  private static int inner(int width) {
    return Math.max(UIScale.scale(80), width - UIScale.scale(2 * SIDE));
  }
}
