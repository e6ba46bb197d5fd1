package org.parley.ui.common;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;

/**
 * Components that show text as it is. Swing's labels take a text that begins with {@code <html>}
 * for a page, with images to load and forms to show: no text of a peer may get there.
 */
public final class Plain {
  private Plain() {}

  /** A label that never takes its text for HTML. */
  public static JLabel label(String text) {
    JLabel label = new RunLabel();
    label.setText(text);
    return label;
  }

  /** A label of a style class of the theme: title, heading, strong, note, fault. */
  public static JLabel label(String text, String style) {
    JLabel label = label(text);
    label.putClientProperty("FlatLaf.styleClass", style);
    return label;
  }

  /** Makes a label or button, also a renderer, show its text as it is. */
  public static <C extends JComponent> C withoutHtml(C component) {
    component.putClientProperty("html.disable", true);
    return component;
  }

  /** A sentence that wraps at that width (in px before scaling) and takes as many lines. */
  public static JTextArea prose(String text, int width) {
    return new Prose(text, width, false, "prose");
  }

  /** As {@link #prose(String, int)} in a style class of the theme: prose, note, fault. */
  public static JTextArea prose(String text, int width, String style) {
    return new Prose(text, width, false, style);
  }

  /** A sentence that wraps at whatever width it gets, and takes as many lines. */
  public static JTextArea fluid(String text) {
    return fluid(text, "prose");
  }

  /** As {@link #fluid(String)} in a style class of the theme. */
  public static JTextArea fluid(String text, String style) {
    return new Prose(text, 320, true, style);
  }

  /** How wide the widest line of prose is drawn on its screen, wrapped at that width. */
  public static double drawnWidth(JTextArea prose, int width) {
    return Prose.drawnWidth(prose, width);
  }
}
