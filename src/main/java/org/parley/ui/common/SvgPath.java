package org.parley.ui.common;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * Reads the {@code d} of an SVG path: M, L, H, V, C, S, A and Z, and each relative to its point.
 */
final class SvgPath {
  private final String data;
  private final Path2D path = new Path2D.Double();
  private int at;
  private double x;
  private double y;
  private double startX;
  private double startY;
  private double handleX; // second handle of the last curve, which S mirrors
  private double handleY;

  private SvgPath(String data) {
    this.data = data;
  }

  /** The path of that text; throws, unchecked, at anything else. */
  static Path2D read(String data) {
    SvgPath reader = new SvgPath(data);
    char command = 0;
    while (reader.skip()) {
      char next = data.charAt(reader.at);
      if (Character.isLetter(next)) {
        command = next;
        reader.at++;
      } else if (command == 'M' || command == 'm') {
        command--; // more points after a move are lines
      }
      reader.step(command);
    }
    return reader.path;
  }

  private void step(char command) {
    boolean relative = Character.isLowerCase(command);
    double fromX = relative ? x : 0;
    double fromY = relative ? y : 0;
    char upper = Character.toUpperCase(command);
    switch (upper) {
      case 'M' -> {
        to(fromX + number(), fromY + number());
        path.moveTo(x, y);
        startX = x;
        startY = y;
      }
      case 'L' -> line(fromX + number(), fromY + number());
      case 'H' -> line(fromX + number(), y);
      case 'V' -> line(x, fromY + number());
      case 'C' -> curve(fromX + number(), fromY + number(), fromX, fromY);
      case 'S' -> curve(2 * x - handleX, 2 * y - handleY, fromX, fromY);
      case 'A' -> arc(fromX, fromY);
      case 'Z' -> {
        path.closePath();
        to(startX, startY);
      }
      default -> throw new IllegalArgumentException("no path: " + data);
    }
    if (upper != 'C' && upper != 'S') {
      handleX = x;
      handleY = y;
    }
  }

  private void to(double toX, double toY) {
    x = toX;
    y = toY;
  }

  private void line(double toX, double toY) {
    to(toX, toY);
    path.lineTo(x, y);
  }

  private void curve(double firstX, double firstY, double fromX, double fromY) {
    handleX = fromX + number();
    handleY = fromY + number();
    to(fromX + number(), fromY + number());
    path.curveTo(firstX, firstY, handleX, handleY, x, y);
  }

  /** From end points to the centre, as SVG 1.1 has it in F.6.5. */
  private void arc(double fromX, double fromY) {
    double rx = number();
    double ry = number();
    double turned = Math.toRadians(number());
    boolean large = flag();
    boolean clockwise = flag();
    Point2D begin = new Point2D.Double(x, y);
    to(fromX + number(), fromY + number());
    Point2D middle = new Point2D.Double((begin.getX() - x) / 2, (begin.getY() - y) / 2);
    AffineTransform.getRotateInstance(-turned).transform(middle, middle);
    double px = middle.getX();
    double py = middle.getY();
    double size = Math.sqrt(px * px / (rx * rx) + py * py / (ry * ry));
    if (size > 1) { // too small to reach
      rx *= size;
      ry *= size;
    }
    double below = rx * rx * py * py + ry * ry * px * px;
    double factor = Math.sqrt(Math.max(0, rx * rx * ry * ry - below) / below);
    double sign = large == clockwise ? -1 : 1;
    double cx = sign * factor * rx * py / ry;
    double cy = -sign * factor * ry * px / rx;
    double from = Math.toDegrees(Math.atan2((py - cy) / ry, (px - cx) / rx));
    double extent = Math.toDegrees(Math.atan2((-py - cy) / ry, (-px - cx) / rx)) - from;
    extent += clockwise && extent < 0 ? 360 : !clockwise && extent > 0 ? -360 : 0;
    // Java's angles run the other way round.
    Arc2D arc = new Arc2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry, -from, -extent, Arc2D.OPEN);
    AffineTransform place =
        AffineTransform.getTranslateInstance((begin.getX() + x) / 2, (begin.getY() + y) / 2);
    place.rotate(turned);
    path.append(place.createTransformedShape(arc), true);
  }

  /** Passes over what stands between; false at the end. */
  private boolean skip() {
    while (at < data.length() && (data.charAt(at) == ' ' || data.charAt(at) == ',')) {
      at++;
    }
    return at < data.length();
  }

  private boolean flag() {
    skip();
    return data.charAt(at++) == '1';
  }

  private double number() {
    skip();
    int begin = at;
    boolean point = false;
    while (at < data.length()) {
      char c = data.charAt(at);
      boolean fits = Character.isDigit(c) || (c == '-' && at == begin) || (c == '.' && !point);
      if (!fits) {
        break;
      }
      point |= c == '.';
      at++;
    }
    return Double.parseDouble(data.substring(begin, at));
  }
}
