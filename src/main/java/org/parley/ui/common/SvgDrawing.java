package org.parley.ui.common;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A drawing in the part of SVG that the program's icons need: path, circle and rect, grouped, with
 * fill, stroke and opacity. A renderer for all of SVG and the XML parser below it are a tenth of
 * the time until the first window is there, which shows two icons. Immutable.
 */
final class SvgDrawing {
  private static final Set<String> SHAPES = Set.of("path", "circle", "rect");
  private static final Set<String> GROUPS = Set.of("svg", "g");

  private final double width;
  private final double height;
  private final List<Part> parts;

  private record Part(Shape shape, @Nullable Color fill, @Nullable Color line, Stroke stroke) {}

  private SvgDrawing(double width, double height, List<Part> parts) {
    this.width = width;
    this.height = height;
    this.parts = parts;
  }

  /**
   * Reads a drawing of the program's own; throws, unchecked, at what is not in that part of SVG.
   */
  static SvgDrawing read(String text) {
    Deque<Map<String, String>> styles = new ArrayDeque<>();
    styles.push(Map.of());
    List<Part> parts = new ArrayList<>();
    double width = 0;
    double height = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      int end = text.indexOf('>', at);
      String tag = text.substring(at + 1, end);
      at = end;
      if (tag.startsWith("/")) {
        styles.pop();
        continue;
      }
      String name = tag.substring(0, Math.max(0, tag.indexOf(' ')));
      Map<String, String> style = new HashMap<>(styles.peek());
      attributes(tag, style);
      if (SHAPES.contains(name) && tag.endsWith("/")) {
        parts.add(part(name, style));
      } else if (GROUPS.contains(name) && !tag.endsWith("/")) {
        styles.push(style);
      } else {
        throw new IllegalArgumentException("not in an icon: " + tag);
      }
      if (name.equals("svg")) {
        width = number(style, "width");
        height = number(style, "height");
      }
    }
    return new SvgDrawing(width, height, List.copyOf(parts));
  }

  private static void attributes(String tag, Map<String, String> into) {
    for (int at = tag.indexOf('"'); at >= 0; at = tag.indexOf('"', at)) {
      int end = tag.indexOf('"', at + 1);
      String name = tag.substring(tag.lastIndexOf(' ', at) + 1, at - 1);
      into.put(name, tag.substring(at + 1, end));
      at = end + 1;
    }
  }

  private static Part part(String name, Map<String, String> style) {
    float opacity = Float.parseFloat(style.getOrDefault("opacity", "1"));
    return new Part(
        shape(name, style),
        colour(style.getOrDefault("fill", "#000"), opacity),
        colour(style.getOrDefault("stroke", "none"), opacity),
        new BasicStroke(
            Float.parseFloat(style.getOrDefault("stroke-width", "1")),
            round(style, "stroke-linecap") ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
            round(style, "stroke-linejoin") ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
            4));
  }

  private static Shape shape(String name, Map<String, String> style) {
    if (name.equals("path")) {
      return SvgPath.read(style.getOrDefault("d", ""));
    }
    if (name.equals("circle")) {
      double r = number(style, "r");
      return new Ellipse2D.Double(number(style, "cx") - r, number(style, "cy") - r, 2 * r, 2 * r);
    }
    double arc = 2 * number(style, "rx");
    return new RoundRectangle2D.Double(
        number(style, "x"),
        number(style, "y"),
        number(style, "width"),
        number(style, "height"),
        arc,
        arc);
  }

  private static double number(Map<String, String> style, String name) {
    return Double.parseDouble(style.getOrDefault(name, "0"));
  }

  private static boolean round(Map<String, String> style, String name) {
    return style.getOrDefault(name, "").equals("round");
  }

  /** {@code none}, {@code #rgb} or {@code #rrggbb}. */
  private static @Nullable Color colour(String text, float opacity) {
    if (text.equals("none")) {
      return null;
    }
    if (!text.startsWith("#")) {
      throw new IllegalArgumentException("no colour of an icon: " + text);
    }
    int rgb = Integer.parseInt(text.substring(1), 16);
    if (text.length() == 4) {
      rgb = (rgb >> 8) * 0x110000 + (rgb >> 4 & 15) * 0x1100 + (rgb & 15) * 0x11;
    }
    return new Color(rgb | Math.round(opacity * 255) << 24, true);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** Paints it at the origin, with each of its colours changed so. */
  void paint(Graphics2D g, UnaryOperator<Color> colours) {
    for (Part part : parts) {
      if (part.fill() != null) {
        g.setColor(colours.apply(part.fill()));
        g.fill(part.shape());
      }
      if (part.line() != null) {
        g.setColor(colours.apply(part.line()));
        g.setStroke(part.stroke());
        g.draw(part.shape());
      }
    }
  }
}
