package org.parley.ui.common;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.awt.image.RGBImageFilter;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.swing.Icon;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** A drawing as an icon, sharp at every scale of the screen. */
final class SvgIcon implements Icon, FlatLaf.DisabledIconProvider {

  /** The colour to paint with in that component, where the drawing has the given one. */
  interface Colours extends BiFunction<@Nullable Component, Color, Color> {}

  private final SvgDrawing drawing;
  private final int size;
  private final Colours colours;
  private final boolean disabled;

  /**
   * Such an icon.
   *
   * @param size width and height, in px before scaling
   */
  SvgIcon(SvgDrawing drawing, int size, Colours colours) {
    this(drawing, size, colours, false);
  }

  private SvgIcon(SvgDrawing drawing, int size, Colours colours, boolean disabled) {
    this.drawing = drawing;
    this.size = size;
    this.colours = colours;
    this.disabled = disabled;
  }

  @Override
  public int getIconWidth() {
    return UIScale.scale(size);
  }

  @Override
  public int getIconHeight() {
    return UIScale.scale(size);
  }

  @Override
  public Icon getDisabledIcon() {
    return new SvgIcon(drawing, size, colours, true);
  }

  @Override
  public void paintIcon(@Nullable Component component, Graphics graphics, int x, int y) {
    UnaryOperator<Color> mine = colour -> colours.apply(component, colour);
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.translate(x, y);
      g.clipRect(0, 0, getIconWidth(), getIconHeight());
      UIScale.scaleGraphics(g);
      g.scale(size / drawing.width(), size / drawing.height());
      drawing.paint(g, disabled ? colour -> grey(mine.apply(colour)) : mine);
    } finally {
      g.dispose();
    }
  }

  private static Color grey(Color colour) {
    return UIManager.get("Component.grayFilter") instanceof RGBImageFilter filter
        ? new Color(filter.filterRGB(0, 0, colour.getRGB()), true)
        : colour;
  }

  /** It as a picture, also for screens that show two pixels for one. */
  Image image() {
    return new BaseMultiResolutionImage(picture(1), picture(2));
  }

  private BufferedImage picture(int scale) {
    BufferedImage picture =
        new BufferedImage(
            getIconWidth() * scale, getIconHeight() * scale, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = picture.createGraphics();
    g.scale(scale, scale);
    paintIcon(null, g, 0, 0);
    g.dispose();
    return picture;
  }
}
