package org.parley.ui.conversations;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.font.TextAttribute;
import javax.swing.JTextPane;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BoxView;
import javax.swing.text.ComponentView;
import javax.swing.text.DefaultCaret;
import javax.swing.text.DefaultStyledDocument;
import javax.swing.text.Element;
import javax.swing.text.IconView;
import javax.swing.text.LabelView;
import javax.swing.text.ParagraphView;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;
import javax.swing.text.StyledEditorKit;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;
import org.parley.ui.common.FontRuns;
import org.parley.ui.common.SafeText;

/**
 * A stranger's text: plain, selectable, wrapping anywhere. Each text is a component and a document
 * of its own, so that directions and combining marks end at its edge.
 */
final class MessageText extends JTextPane {
  private static final long serialVersionUID = 1L;

  /** A line of so many characters is wider than any window. */
  private static final int SURELY_WRAPS = 1000;

  private final String shown;

  MessageText(String text) {
    shown = SafeText.visible(text);
    setEditorKit(new WrappingKit());
    setEditable(false);
    setOpaque(false);
    setBorder(javax.swing.BorderFactory.createEmptyBorder());
    setMargin(new java.awt.Insets(0, 0, 0, 0));
    DefaultCaret still = new DefaultCaret();
    still.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
    setCaret(still);
    fill();
  }

  /** The text as it is shown. */
  String shown() {
    return shown;
  }

  private void fill() {
    StyledDocument document = new DefaultStyledDocument();
    SimpleAttributeSet none = new SimpleAttributeSet();
    try {
      document.insertString(0, shown, none);
    } catch (javax.swing.text.BadLocationException e) {
      throw new IllegalStateException("0 is in every document", e);
    }
    for (FontRuns.Run run : FontRuns.of(shown, getFont())) {
      SimpleAttributeSet font = new SimpleAttributeSet();
      StyleConstants.setFontFamily(font, run.font().getFamily());
      StyleConstants.setFontSize(font, run.font().getSize());
      document.setCharacterAttributes(run.start(), run.end() - run.start(), font, false);
    }
    turnLines(document);
    setDocument(document); // which has the directions computed
  }

  /** Each line runs as its first letter does, and stands on that side. */
  private void turnLines(StyledDocument document) {
    SimpleAttributeSet right = new SimpleAttributeSet();
    StyleConstants.setAlignment(right, StyleConstants.ALIGN_RIGHT);
    right.addAttribute(TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_RTL);
    int start = 0;
    while (start < shown.length()) {
      int end = shown.indexOf('\n', start);
      end = end < 0 ? shown.length() : end;
      if (SafeText.isRightToLeft(shown.substring(start, end))) {
        document.setParagraphAttributes(start, end - start, right, false);
      }
      start = end + 1;
    }
  }

  @Override
  public void setFont(Font font) {
    Font before = getFont();
    super.setFont(font);
    if (shown != null && before != null && !before.equals(font)) {
      fill();
    }
  }

  /** Width of the longest line if nothing had to wrap, in px; at most {@link Short#MAX_VALUE}. */
  int widestLine() {
    if (shown.lines().anyMatch(line -> line.length() > SURELY_WRAPS)) {
      return Short.MAX_VALUE; // measuring it would cost more than it tells
    }
    View root = getUI().getRootView(this);
    root.setSize(Short.MAX_VALUE, Short.MAX_VALUE);
    return (int) Math.ceil(root.getPreferredSpan(View.X_AXIS));
  }

  /** Height at a width, both in px. */
  int heightAt(int width) {
    View root = getUI().getRootView(this);
    root.setSize(width, Short.MAX_VALUE);
    return (int) Math.ceil(root.getPreferredSpan(View.Y_AXIS));
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, 0);
  }

  /** Lets a line break before any character where no space offers itself. */
  private static final class WrappingKit extends StyledEditorKit {
    private static final long serialVersionUID = 1L;

    @Override
    public ViewFactory getViewFactory() {
      return WrappingKit::view;
    }

    private static View view(Element element) {
      String kind = element.getName();
      if (AbstractDocument.ParagraphElementName.equals(kind)) {
        return new ParagraphView(element);
      }
      if (AbstractDocument.SectionElementName.equals(kind)) {
        return new BoxView(element, View.Y_AXIS);
      }
      if (StyleConstants.ComponentElementName.equals(kind)) {
        return new ComponentView(element);
      }
      if (StyleConstants.IconElementName.equals(kind)) {
        return new IconView(element);
      }
      return new LabelView(element) {
        @Override
        public float getMinimumSpan(int axis) {
          return axis == View.X_AXIS ? 0 : super.getMinimumSpan(axis);
        }
      };
    }
  }
}
