package org.parley.ui.history;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.parley.journal.search.TextRange;
import org.parley.ui.common.RunLabel;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Theme;

/** A line of text in which what was looked for is marked. */
final class ExcerptLine extends JPanel {
  private static final long serialVersionUID = 1L;

  private transient Excerpt excerpt = new Excerpt("", List.of());

  ExcerptLine() {
    setOpaque(false);
  }

  void show(Excerpt shown) {
    excerpt = shown;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(100, getFontMetrics(getFont()).getHeight() + 2);
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    if (excerpt.line().isEmpty()) {
      return;
    }
    Graphics2D to = (Graphics2D) g.create();
    RunLabel.smooth(to);
    to.setColor(getForeground());
    TextLayout layout = fitting(to.getFontRenderContext());
    float x =
        SafeText.isRightToLeft(excerpt.line()) ? Math.max(0, getWidth() - layout.getAdvance()) : 0;
    layout.draw(to, x, getFontMetrics(getFont()).getAscent() + 1f);
    to.dispose();
  }

  /** What does not fit ends in an ellipsis, as in any label. */
  private TextLayout fitting(FontRenderContext context) {
    String line = excerpt.line();
    AttributedString whole = attributed(line);
    var layout = new TextLayout(whole.getIterator(), context);
    if (layout.getAdvance() <= getWidth()) {
      return layout;
    }
    int end = RunLabel.end(whole, getWidth(), getFontMetrics(getFont()), context);
    return new TextLayout(
        attributed(line.substring(0, end) + RunLabel.ELLIPSIS).getIterator(), context);
  }

  private AttributedString attributed(String line) {
    AttributedString text = RunLabel.attributed(line, getFont());
    Color mark = Theme.colour("markBackground");
    Color ink = UIManager.getColor("Label.foreground");
    for (TextRange range : excerpt.marked()) {
      int end = Math.min(range.end(), line.length());
      if (end > range.start()) {
        text.addAttribute(TextAttribute.BACKGROUND, mark, range.start(), end);
        text.addAttribute(TextAttribute.FOREGROUND, ink, range.start(), end);
      }
    }
    return text;
  }
}
