package org.parley.ui.common;

import java.awt.Dimension;
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
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;
import org.parley.ui.common.fonts.FontRuns;

/**
 * A label, which may show a stranger's line: what its font does not have is drawn in another, run
 * by run, and what does not fit ends in an ellipsis, as in any label. Made by {@link Plain}.
 */
public final class RunLabel extends JLabel {
  private static final long serialVersionUID = 1L;

  /** Stands for what did not fit. */
  public static final String ELLIPSIS = "…";

  RunLabel() {
    Plain.withoutHtml(this);
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

  /** As wide as what is painted. */
  @Override
  public Dimension getPreferredSize() {
    Dimension wanted = super.getPreferredSize();
    if (!isPreferredSizeSet() && needsLayout(getText(), getFont())) {
      FontRenderContext context = getFontMetrics(getFont()).getFontRenderContext();
      Insets insets = getInsets();
      wanted.width =
          insets.left
              + insets.right
              + beside(this)
              + (int) Math.ceil(layout(getText(), getFont(), context).getAdvance());
    }
    return wanted;
  }

  /** Whether a line has something that its font does not, or letters that depend on one another. */
  private static boolean needsLayout(@Nullable String line, Font font) {
    return line != null
        && !line.isEmpty()
        && (!FontRuns.of(line, font).isEmpty()
            || Font.textRequiresLayout(line.toCharArray(), 0, line.length()));
  }

  /** What the icon and its gap take. */
  private static int beside(JLabel label) {
    return label.getIcon() == null ? 0 : label.getIcon().getIconWidth() + label.getIconTextGap();
  }

  /**
   * Paints a label of one line, where it has something that its own font does not, or whose letters
   * depend on one another, whose width a label only guesses; false, and nothing, where any label
   * does as well.
   */
  public static boolean paint(JLabel label, Graphics g) {
    String line = label.getText();
    Font font = label.getFont();
    if (!needsLayout(line, font)) {
      return false;
    }
    Graphics2D to = (Graphics2D) g.create();
    if (label.isOpaque()) {
      to.setColor(label.getBackground());
      to.fillRect(0, 0, label.getWidth(), label.getHeight());
    }
    smooth(to);
    to.setColor(
        label.isEnabled() ? label.getForeground() : UIManager.getColor("Label.disabledForeground"));
    Insets insets = label.getInsets();
    int beside = beside(label);
    int width = label.getWidth() - insets.left - insets.right - beside;
    FontMetrics metrics = label.getFontMetrics(font);
    TextLayout layout = fitting(line, font, metrics, width, to.getFontRenderContext());
    int free = Math.max(0, width - Math.round(layout.getAdvance()));
    int left = insets.left + free * shareBefore(label.getHorizontalAlignment()) / 2;
    boolean iconFirst =
        label.getHorizontalTextPosition() == TRAILING || label.getHorizontalTextPosition() == RIGHT;
    float base = (label.getHeight() - metrics.getHeight()) / 2f + metrics.getAscent();
    layout.draw(to, left + (iconFirst ? beside : 0), base);
    Icon icon = label.getIcon();
    if (icon != null) {
      int after = Math.round(layout.getAdvance()) + label.getIconTextGap();
      int x = left + (iconFirst ? 0 : after);
      icon.paintIcon(label, to, x, (label.getHeight() - icon.getIconHeight()) / 2);
    }
    to.dispose();
    return true;
  }

  /** How much of the free room lies before the line, in halves. */
  private static int shareBefore(int alignment) {
    return alignment == CENTER ? 1 : alignment == RIGHT || alignment == TRAILING ? 2 : 0;
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
    TextLayout layout = layout(line, font, context);
    if (layout.getAdvance() <= width) {
      return layout;
    }
    int end = end(attributed(line, font), width, metrics, context);
    return layout(line.substring(0, end) + ELLIPSIS, font, context);
  }

  private static TextLayout layout(String line, Font font, FontRenderContext context) {
    return new TextLayout(attributed(line, font).getIterator(), context);
  }
}
