package org.parley.ui.common.fonts;

import java.awt.Component;
import java.awt.Container;
import java.awt.Shape;
import java.text.Bidi;
import javax.swing.JTextArea;
import javax.swing.SizeRequirements;
import javax.swing.event.DocumentEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.Element;
import javax.swing.text.ParagraphView;
import javax.swing.text.Segment;
import javax.swing.text.StyleConstants;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;
import org.jspecify.annotations.Nullable;

/** A line of a text area, which wraps where the area does. */
final class AreaParagraph extends ParagraphView {
  private static final int NARROW = 100;

  /**
   * A line of more characters is laid out in the simple way where it can be: in a tenth of the
   * time.
   */
  private static final int LONG = 500;

  // Swing's own for such documents, which gives each run a layout and orders directions.
  private final FlowStrategy byLayouts;
  private final FlowStrategy simple = new FlowStrategy();

  AreaParagraph(Element line) {
    super(line);
    layoutPool = new RunViews(line);
    byLayouts = strategy;
  }

  @Override
  protected void loadChildren(ViewFactory factory) {
    choose();
    super.loadChildren(factory);
  }

  @Override
  public void insertUpdate(DocumentEvent event, @Nullable Shape shape, ViewFactory factory) {
    choose();
    super.insertUpdate(event, shape, factory);
  }

  @Override
  public void removeUpdate(DocumentEvent event, @Nullable Shape shape, ViewFactory factory) {
    choose();
    super.removeUpdate(event, shape, factory);
  }

  private void choose() {
    boolean isLong = getEndOffset() - getStartOffset() > LONG;
    strategy = isLong && !needsLayout() ? simple : byLayouts;
  }

  /** Whether letters change with those beside them, or run from right to left. */
  private boolean needsLayout() {
    Segment text = new Segment();
    try {
      getDocument().getText(getStartOffset(), getEndOffset() - getStartOffset(), text);
    } catch (BadLocationException e) {
      throw new IllegalStateException("an element is within its document", e);
    }
    return Bidi.requiresBidi(text.array, text.offset, text.offset + text.count);
  }

  @Override
  public void setParent(@Nullable View parent) {
    super.setParent(parent);
    Container area = parent == null ? null : getContainer();
    if (area != null) {
      boolean left = area.getComponentOrientation().isLeftToRight();
      setJustification(left ? StyleConstants.ALIGN_LEFT : StyleConstants.ALIGN_RIGHT);
    }
  }

  private boolean wraps() {
    return getContainer() instanceof JTextArea area && area.getLineWrap();
  }

  @Override
  public int getFlowSpan(int index) {
    return wraps() ? super.getFlowSpan(index) : Integer.MAX_VALUE;
  }

  @Override
  protected SizeRequirements calculateMinorAxisRequirements(
      int axis, @Nullable SizeRequirements given) {
    if (!wraps()) {
      SizeRequirements all = super.calculateMinorAxisRequirements(axis, given);
      all.minimum = all.preferred;
      return all;
    }
    // Nothing is measured: what does not fit wraps. Before it has a width it asks for a narrow one,
    // as the text area's own lines do.
    SizeRequirements wanted = given == null ? new SizeRequirements() : given;
    wanted.minimum = 0;
    wanted.preferred = getWidth() == Integer.MAX_VALUE ? NARROW : getWidth();
    wanted.maximum = Integer.MAX_VALUE;
    wanted.alignment = Component.CENTER_ALIGNMENT;
    return wanted;
  }

  @Override
  public void setSize(float width, float height) {
    if ((int) width != getWidth()) {
      preferenceChanged(null, true, true); // another width has other rows
    }
    super.setSize(width, height);
  }
}
