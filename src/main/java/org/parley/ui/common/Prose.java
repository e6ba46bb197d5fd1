package org.parley.ui.common;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JTextArea;
import javax.swing.text.View;

/** Text of the program that wraps at a width and is as high as it needs. */
final class Prose extends JTextArea {
  private static final long serialVersionUID = 1L;

  private final int width;
  private final boolean fluid;
  private int given;

  /**
   * A text.
   *
   * @param width in px before scaling
   * @param fluid whether it wraps at whatever width it gets, and that one is only the first
   */
  Prose(String text, int width, boolean fluid, String style) {
    super(text);
    this.width = width;
    this.fluid = fluid;
    setLineWrap(true);
    setWrapStyleWord(true);
    setEditable(false);
    setFocusable(false);
    setOpaque(false);
    setHighlighter(null);
    putClientProperty("FlatLaf.styleClass", style);
  }

  @Override
  public Dimension getPreferredSize() {
    int wide = given > 0 ? given : UIScale.scale(width);
    Insets insets = getInsets();
    View view = getUI().getRootView(this);
    view.setSize(wide - insets.left - insets.right, Short.MAX_VALUE);
    int high = (int) Math.ceil(view.getPreferredSpan(View.Y_AXIS)) + insets.top + insets.bottom;
    return new Dimension(wide, Math.max(high, getFontMetrics(getFont()).getHeight()));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  public void setBounds(int x, int y, int wide, int high) {
    super.setBounds(x, y, wide, high);
    if (fluid && wide > 0 && wide != given) {
      given = wide;
      revalidate();
    }
  }
}
