package org.parley.ui.common;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.util.List;
import java.util.Map;
import javax.swing.Icon;
import javax.swing.JLabel;

/**
 * A label that shows a stranger's line: what its font does not have is drawn in another, run by
 * run, and what does not fit ends in an ellipsis, as in any label.
 */
public final class RunLabel extends JLabel {
  private static final long serialVersionUID = 1L;

  /** Stands for what did not fit. */
  public static final String ELLIPSIS = "…";

  /** An empty one, with a style class of the theme. */
  public RunLabel(String style) {
    Plain.withoutHtml(this);
    putClientProperty("FlatLaf.styleClass", style);
  }

  /** A line in its fonts. */
  public static AttributedString attributed(String line, Font font) {
    AttributedString text = new AttributedString(line);
    text.addAttribute(TextAttribute.FONT, font);
    for (FontRuns.Run run : FontRuns.of(line, font)) {
      text.addAttribute(TextAttribute.FONT, run.font(), run.start(), run.end());
    }
    return text;
  }

  /** Draws letters as the desktop wants them to be drawn. */
  public static void smooth(Graphics2D to) {
    if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints")
        instanceof Map<?, ?> hints) {
      to.addRenderingHints(hints);
    } else {
      to.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    String line = getText();
    List<FontRuns.Run> runs = line.isEmpty() ? List.of() : FontRuns.of(line, getFont());
    if (runs.isEmpty()) {
      super.paintComponent(g);
      return;
    }
    Graphics2D to = (Graphics2D) g.create();
    smooth(to);
    to.setColor(getForeground());
    Icon icon = getIcon();
    int beside = icon == null ? 0 : icon.getIconWidth() + getIconTextGap();
    TextLayout layout = fitting(line, getWidth() - beside, to.getFontRenderContext());
    int height = getFontMetrics(getFont()).getHeight();
    float base = (getHeight() - height) / 2f + getFontMetrics(getFont()).getAscent();
    layout.draw(to, 0, base);
    if (icon != null) {
      int x = Math.round(layout.getAdvance()) + getIconTextGap();
      icon.paintIcon(this, to, x, (getHeight() - icon.getIconHeight()) / 2);
    }
    to.dispose();
  }

  /** How many characters of a line that is too wide fit before an ellipsis. */
  public static int end(
      AttributedString line, int width, FontMetrics metrics, FontRenderContext context) {
    float dots = metrics.stringWidth(ELLIPSIS);
    return new TextMeasurer(line.getIterator(), context)
        .getLineBreakIndex(0, Math.max(1, width - dots));
  }

  private TextLayout fitting(String line, int width, FontRenderContext context) {
    AttributedString whole = attributed(line, getFont());
    TextLayout layout = new TextLayout(whole.getIterator(), context);
    if (layout.getAdvance() <= width) {
      return layout;
    }
    int end = end(whole, width, getFontMetrics(getFont()), context);
    String cut = line.substring(0, end) + ELLIPSIS;
    return new TextLayout(attributed(cut, getFont()).getIterator(), context);
  }
}
