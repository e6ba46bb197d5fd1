package org.parley.ui.common;

import java.awt.Dimension;
import javax.swing.JTextPane;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.View;

/**
 * A quiet sentence of the program, its lines centred, as wide as it is told and as high as it
 * needs.
 */
final class CentredProse extends JTextPane {
  private static final long serialVersionUID = 1L;

  private int width;

  CentredProse(String text, int width) {
    this.width = width;
    setEditable(false);
    setFocusable(false);
    setOpaque(false);
    setHighlighter(null);
    putClientProperty("FlatLaf.styleClass", "note");
    setText(text);
    SimpleAttributeSet centred = new SimpleAttributeSet();
    StyleConstants.setAlignment(centred, StyleConstants.ALIGN_CENTER);
    getStyledDocument().setParagraphAttributes(0, text.length(), centred, false);
  }

  /** From here on its lines are at most that wide. */
  void wrapAt(int pixels) {
    int wanted = Math.max(1, pixels);
    if (wanted != width) {
      width = wanted;
      invalidate();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    View view = getUI().getRootView(this);
    view.setSize(width, Short.MAX_VALUE);
    return new Dimension(width, (int) Math.ceil(view.getPreferredSpan(View.Y_AXIS)));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }
}
