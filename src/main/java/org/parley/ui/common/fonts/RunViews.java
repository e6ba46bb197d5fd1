package org.parley.ui.common.fonts;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import javax.swing.event.DocumentEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.CompositeView;
import javax.swing.text.Element;
import javax.swing.text.GlyphView;
import javax.swing.text.StyleConstants;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a paragraph flows: its text in one view for each run of a font, made anew at each change. It
 * draws nothing itself.
 */
final class RunViews extends CompositeView {
  RunViews(Element element) {
    super(element);
  }

  @Override
  protected void loadChildren(@Nullable ViewFactory factory) {
    load(getElement());
  }

  /** An element without parts is a line, or what an input method has cut one into. */
  private void load(Element element) {
    for (int i = 0; i < element.getElementCount(); i++) {
      load(element.getElement(i));
    }
    if (element.isLeaf() && isComposed(element)) {
      append(new GlyphView(element)); // drawn as the input method says
    } else if (element.isLeaf()) {
      loadLine(element);
    }
  }

  private static boolean isComposed(Element element) {
    return element.getAttributes().isDefined(StyleConstants.ComposedTextAttribute);
  }

  private void loadLine(Element line) {
    int first = line.getStartOffset();
    int at = first;
    RunView whole = new RunView(line);
    for (FontRuns.Run run : FontRuns.of(text(line), getContainer().getFont())) {
      if (at < first + run.start()) {
        append(whole.part(at, first + run.start(), null));
      }
      at = first + run.end();
      append(whole.part(first + run.start(), at, run.font()));
    }
    if (at < line.getEndOffset()) {
      append(whole.part(at, line.getEndOffset(), null));
    }
  }

  private static String text(Element line) {
    int start = line.getStartOffset();
    try {
      return line.getDocument().getText(start, line.getEndOffset() - start);
    } catch (BadLocationException e) {
      throw new IllegalStateException("an element is within its document", e);
    }
  }

  private void again() {
    removeAll();
    loadChildren(getViewFactory());
    preferenceChanged(null, true, true); // the paragraph lays out anew only when it is told so
  }

  @Override
  public void insertUpdate(DocumentEvent event, @Nullable Shape shape, ViewFactory factory) {
    again();
  }

  @Override
  public void removeUpdate(DocumentEvent event, @Nullable Shape shape, ViewFactory factory) {
    again();
  }

  @Override
  public void changedUpdate(DocumentEvent event, @Nullable Shape shape, ViewFactory factory) {
    again();
  }

  @Override
  protected int getViewIndexAtPosition(int position) {
    int low = 0;
    int high = getViewCount() - 1;
    while (low < high) { // asked for each character
      int middle = (low + high) >>> 1;
      if (position < getView(middle).getEndOffset()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public float getPreferredSpan(int axis) {
    float all = 0;
    for (int i = 0; i < getViewCount(); i++) {
      float one = getView(i).getPreferredSpan(axis);
      all = axis == View.X_AXIS ? all + one : Math.max(all, one);
    }
    return all;
  }

  @Override
  public void paint(Graphics to, Shape shape) {}

  @Override
  protected boolean isBefore(int x, int y, Rectangle bounds) {
    return false;
  }

  @Override
  protected boolean isAfter(int x, int y, Rectangle bounds) {
    return false;
  }

  @Override
  protected @Nullable View getViewAtPoint(int x, int y, Rectangle bounds) {
    return null;
  }

  @Override
  protected void childAllocation(int index, Rectangle bounds) {}
}
