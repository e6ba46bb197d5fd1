package org.parley.ui.common.fonts;

import java.awt.Font;
import java.text.BreakIterator;
import javax.swing.text.Element;
import javax.swing.text.GlyphView;
import javax.swing.text.Segment;
import javax.swing.text.View;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line that has one font: the component's, or one that a run of it needs. It looks for
 * places to break in its own text alone: Swing's looks through the whole document for each part.
 */
final class RunView extends GlyphView {
  private @Nullable Font font;

  /** A whole line, to be cut with {@link #part}. */
  RunView(Element line) {
    super(line);
  }

  /** The characters from {@code start} to {@code end}; {@code other}: unless in the component's. */
  View part(int start, int end, @Nullable Font other) {
    RunView part = (RunView) createFragment(start, end);
    part.font = other;
    return part;
  }

  @Override
  public Font getFont() {
    return font == null ? super.getFont() : font;
  }

  /** Of a paragraph that may break anywhere, so that it need not be searched for where it may. */
  @Override
  public float getMinimumSpan(int axis) {
    return axis == View.X_AXIS ? 0 : super.getMinimumSpan(axis);
  }

  @Override
  public int getBreakWeight(int axis, float position, float length) {
    if (axis != View.X_AXIS) {
      return super.getBreakWeight(axis, position, length);
    }
    int start = getStartOffset();
    int end = fitting(start, position, length);
    return end == start
        ? BadBreakWeight
        : lastBreak(start, end) > start ? ExcellentBreakWeight : GoodBreakWeight;
  }

  @Override
  public View breakView(int axis, int start, float position, float length) {
    if (axis != View.X_AXIS) {
      return super.breakView(axis, start, position, length);
    }
    int end = fitting(start, position, length);
    int last = lastBreak(start, end);
    return createFragment(start, last > start ? last : Math.max(end, start + 1));
  }

  private int fitting(int start, float position, float length) {
    checkPainter();
    return getGlyphPainter().getBoundedPosition(this, start, position, length);
  }

  /** The last place up to {@code end} before which a line may end; {@code start} where none is. */
  private int lastBreak(int start, int end) {
    Segment text = getText(getStartOffset(), getEndOffset());
    BreakIterator breaks = BreakIterator.getLineInstance();
    breaks.setText(text);
    int at = text.offset + end - getStartOffset();
    int last = breaks.isBoundary(at) ? at : breaks.preceding(at);
    return last == BreakIterator.DONE
        ? start
        : Math.max(start, last - text.offset + getStartOffset());
  }
}
