package org.parley.ui.common;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.util.Map;
import javax.swing.Icon;
import javax.swing.JLabel;
import org.parley.ui.common.fonts.FontRuns;

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
    if (!paint(this, g)) {
      super.paintComponent(g);
    }
  }

  /**
   * Paints a label of one line, where it has something that its own font does not, or whose letters
   * depend on one another, whose width a label only guesses; false, and nothing, where any label
   * does as well.
   */
  public static boolean paint(JLabel label, Graphics g) {
    String line = label.getText();
    Font font = label.getFont();
    if (line == null || line.isEmpty()) {
      return false;
    }
    if (FontRuns.of(line, font).isEmpty()
        && !Font.textRequiresLayout(line.toCharArray(), 0, line.length())) {
      return false;
    }
    Graphics2D to = (Graphics2D) g.create();
    if (label.isOpaque()) {
      to.setColor(label.getBackground());
      to.fillRect(0, 0, label.getWidth(), label.getHeight());
    }
    smooth(to);
    to.setColor(label.getForeground());
    Insets insets = label.getInsets();
    Icon icon = label.getIcon();
    int beside = icon == null ? 0 : icon.getIconWidth() + label.getIconTextGap();
    int width = label.getWidth() - insets.left - insets.right - beside;
    FontMetrics metrics = label.getFontMetrics(font);
    TextLayout layout = fitting(line, font, metrics, width, to.getFontRenderContext());
    float base = (label.getHeight() - metrics.getHeight()) / 2f + metrics.getAscent();
    layout.draw(to, insets.left, base);
    if (icon != null) {
      int x = insets.left + Math.round(layout.getAdvance()) + label.getIconTextGap();
      icon.paintIcon(label, to, x, (label.getHeight() - icon.getIconHeight()) / 2);
    }
    to.dispose();
    return true;
  }

  /** How many characters of a line that is too wide fit before an ellipsis. */
  public static int end(
      AttributedString line, int width, FontMetrics metrics, FontRenderContext context) {
    float dots = metrics.stringWidth(ELLIPSIS);
    return new TextMeasurer(line.getIterator(), context)
        .getLineBreakIndex(0, Math.max(1, width - dots));
  }

  private static TextLayout fitting(
      String line, Font font, FontMetrics metrics, int width, FontRenderContext context) {
    AttributedString whole = attributed(line, font);
    TextLayout layout = new TextLayout(whole.getIterator(), context);
    if (layout.getAdvance() <= width) {
      return layout;
    }
    String cut = line.substring(0, end(whole, width, metrics, context)) + ELLIPSIS;
    return new TextLayout(attributed(cut, font).getIterator(), context);
  }
}
