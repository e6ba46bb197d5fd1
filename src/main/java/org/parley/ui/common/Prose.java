package org.parley.ui.common;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.Position;
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
    // A line that just fits may not once it is drawn, which measures otherwise by parts of a pixel:
    // a sentence without its end is worse than a line too high.
    view.setSize(wide - insets.left - insets.right - UIScale.scale(2), Short.MAX_VALUE);
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

  /** Of what is drawn, which on a screen of another scale is not quite what was measured. */
  static double drawnWidth(JTextArea prose, int width) {
    GraphicsConfiguration screen = prose.getGraphicsConfiguration();
    FontRenderContext measured = prose.getFontMetrics(prose.getFont()).getFontRenderContext();
    FontRenderContext drawn =
        new FontRenderContext(
            screen == null ? null : screen.getDefaultTransform(),
            measured.getAntiAliasingHint(),
            measured.getFractionalMetricsHint());
    return lines(prose, width).stream()
        .mapToDouble(line -> prose.getFont().getStringBounds(line, drawn).getWidth())
        .max()
        .orElse(0);
  }

  private static List<String> lines(JTextArea prose, int width) {
    String text = prose.getText();
    View view = prose.getUI().getRootView(prose);
    view.setSize(width, Short.MAX_VALUE);
    Rectangle room = new Rectangle(width, Short.MAX_VALUE);
    List<String> lines = new ArrayList<>();
    int begun = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (at == text.length() || high(view, at, room) != high(view, begun, room)) {
        lines.add(text.substring(begun, at).strip());
        begun = at;
      }
    }
    return lines;
  }

  private static double high(View view, int at, Rectangle room) {
    try {
      return view.modelToView(at, room, Position.Bias.Forward).getBounds2D().getY();
    } catch (BadLocationException e) {
      throw new IllegalStateException(e); // it is within its own text
    }
  }
}
