package org.parley.ui.conversations;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.font.TextAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPopupMenu;
import javax.swing.JTextPane;
import javax.swing.SwingUtilities;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BadLocationException;
import javax.swing.text.BoxView;
import javax.swing.text.ComponentView;
import javax.swing.text.DefaultCaret;
import javax.swing.text.DefaultHighlighter;
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
import org.jspecify.annotations.Nullable;
import org.parley.journal.search.Folding;
import org.parley.journal.search.TextRange;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.Theme;
import org.parley.ui.common.fonts.FontRuns;

/**
 * A stranger's text: plain, selectable, wrapping anywhere. Each text is a component and a document
 * of its own, so that directions and combining marks end at its edge.
 */
final class MessageText extends JTextPane {
  private static final long serialVersionUID = 1L;

  /** A line of so many characters is wider than any window. */
  private static final int SURELY_WRAPS = 1000;

  private static final int MOST_MARKS = 200;

  private final String shown;
  private final List<Links.Link> links;
  private final List<Object> marks = new ArrayList<>();
  private @Nullable Supplier<JPopupMenu> menu;
  private String marked = "";
  private int widest = -1;
  private int measuredWidth = -1;
  private int measuredHeight;

  MessageText(String text) {
    shown = SafeText.visible(text);
    links = Links.of(shown);
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
    for (Links.Link link : links) {
      SimpleAttributeSet look = new SimpleAttributeSet();
      StyleConstants.setForeground(look, Theme.colour("linkForeground"));
      StyleConstants.setUnderline(look, true);
      document.setCharacterAttributes(link.start(), link.end() - link.start(), look, false);
    }
    turnLines(document);
    widest = -1;
    measuredWidth = -1;
    setDocument(document); // which has the directions computed
    marks.clear();
    mark(marked);
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
    // While the look is being changed there is no highlighter: updateUI fills it afterwards.
    boolean whole = shown != null && getHighlighter() != null;
    if (whole && before != null && !before.equals(font)) {
      fill();
    }
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (shown != null) {
      fill(); // the colour of links is the theme's
    }
  }

  /** What is shown where its context menu is asked for. */
  void asksForMenu(Supplier<JPopupMenu> made) {
    menu = made;
  }

  @Override
  public @Nullable JPopupMenu getComponentPopupMenu() {
    return menu == null ? null : menu.get();
  }

  /** What is called with the address of a link that was clicked. */
  void onLink(Consumer<String> follow) {
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            boolean plain = event.getModifiersEx() == 0 && SwingUtilities.isLeftMouseButton(event);
            if (plain && getSelectionStart() == getSelectionEnd()) {
              linkAt(event.getPoint()).ifPresent(follow);
            }
          }

          @Override
          public void mouseMoved(MouseEvent event) {
            setCursor(
                Cursor.getPredefinedCursor(
                    linkAt(event.getPoint()).isPresent()
                        ? Cursor.HAND_CURSOR
                        : Cursor.TEXT_CURSOR));
          }
        };
    if (!links.isEmpty()) {
      addMouseListener(mouse);
      addMouseMotionListener(mouse);
    }
  }

  /** The link at a point; empty where there is none. */
  Optional<String> linkAt(Point point) {
    int at = viewToModel2D(point);
    return links.stream()
        .filter(l -> at >= l.start() && at < l.end())
        .map(Links.Link::address)
        .findFirst();
  }

  /** The addresses in the text, in order. */
  List<String> links() {
    return links.stream().map(Links.Link::address).toList();
  }

  /**
   * Marks where a part is, however it is written; an empty one marks nothing.
   *
   * @return whether it is anywhere
   */
  boolean mark(String part) {
    marked = part;
    marks.forEach(getHighlighter()::removeHighlight);
    marks.clear();
    if (part.isBlank()) {
      return false;
    }
    DefaultHighlighter.DefaultHighlightPainter painter =
        new DefaultHighlighter.DefaultHighlightPainter(Theme.colour("markBackground"));
    for (TextRange range : Folding.find(shown, part, MOST_MARKS)) {
      try {
        marks.add(getHighlighter().addHighlight(range.start(), range.end(), painter));
      } catch (BadLocationException e) {
        throw new IllegalStateException("a range of this text", e);
      }
    }
    return !marks.isEmpty();
  }

  /** Width of the longest line if nothing had to wrap, in px; at most {@link Short#MAX_VALUE}. */
  int widestLine() {
    if (widest < 0) {
      widest = measureWidest();
    }
    return widest;
  }

  private int measureWidest() {
    if (shown.lines().anyMatch(line -> line.length() > SURELY_WRAPS)) {
      return Short.MAX_VALUE; // measuring it would cost more than it tells
    }
    measuredWidth = -1;
    View root = getUI().getRootView(this);
    root.setSize(Short.MAX_VALUE, Short.MAX_VALUE);
    return (int) Math.ceil(root.getPreferredSpan(View.X_AXIS));
  }

  /** Height at a width, both in px. */
  int heightAt(int width) {
    if (width != measuredWidth) {
      View root = getUI().getRootView(this);
      root.setSize(width, Short.MAX_VALUE);
      measuredHeight = (int) Math.ceil(root.getPreferredSpan(View.Y_AXIS));
      measuredWidth = width;
    }
    return measuredHeight;
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
