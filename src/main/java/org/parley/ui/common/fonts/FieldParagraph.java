package org.parley.ui.common.fonts;

import java.awt.Container;
import java.awt.Graphics;
import java.awt.Shape;
import javax.swing.event.DocumentEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.Element;
import javax.swing.text.FieldView;
import javax.swing.text.ParagraphView;
import javax.swing.text.Position;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;
import org.jspecify.annotations.Nullable;

/** The one line of a text field, which scrolls and never wraps. */
final class FieldParagraph extends ParagraphView {
  /** Knows where in a field a line of that size stands, and how far it is scrolled. */
  private final class Frame extends FieldView {
    Frame(Element element) {
      super(element);
    }

    @Override
    public Container getContainer() {
      return FieldParagraph.this.getContainer();
    }

    @Override
    public float getPreferredSpan(int axis) {
      return FieldParagraph.this.getPreferredSpan(axis);
    }

    @Nullable Shape place(@Nullable Shape given) {
      return adjustAllocation(given);
    }
  }

  private final Frame frame;

  FieldParagraph(Element element) {
    super(element);
    frame = new Frame(element);
    layoutPool = new RunViews(element);
  }

  @Override
  public int getFlowSpan(int index) {
    return Integer.MAX_VALUE;
  }

  @Override
  protected void setJustification(int alignment) {
    // The frame's.
  }

  @Override
  public float getMinimumSpan(int axis) {
    return getPreferredSpan(axis);
  }

  @Override
  public int getResizeWeight(int axis) {
    return axis == View.X_AXIS ? 1 : 0;
  }

  @Override
  public void paint(Graphics to, Shape given) {
    to.clipRect(
        given.getBounds().x,
        given.getBounds().y,
        given.getBounds().width,
        given.getBounds().height);
    super.paint(to, frame.place(given));
  }

  @Override
  public Shape modelToView(int position, Shape given, Position.Bias bias)
      throws BadLocationException {
    return super.modelToView(position, frame.place(given), bias);
  }

  @Override
  public Shape modelToView(
      int from, Position.Bias fromBias, int to, Position.Bias toBias, Shape given)
      throws BadLocationException {
    return super.modelToView(from, fromBias, to, toBias, frame.place(given));
  }

  @Override
  public int viewToModel(float x, float y, Shape given, Position.Bias[] bias) {
    return super.viewToModel(x, y, frame.place(given), bias);
  }

  @Override
  public void insertUpdate(DocumentEvent event, @Nullable Shape given, ViewFactory factory) {
    super.insertUpdate(event, frame.place(given), factory);
  }

  @Override
  public void removeUpdate(DocumentEvent event, @Nullable Shape given, ViewFactory factory) {
    super.removeUpdate(event, frame.place(given), factory);
  }
}
