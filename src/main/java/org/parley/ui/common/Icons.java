package org.parley.ui.common;

import java.awt.Color;
import java.awt.Component;
import java.awt.Image;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** The program's own icons, which take the colour of the component that shows them. */
public final class Icons {
  private static final String FOLDER = "/org/parley/icons/";
  private static final Map<String, SvgDrawing> DRAWINGS = new ConcurrentHashMap<>();

  private Icons() {}

  /** An icon of 16 px in its component's foreground. */
  public static Icon of(String name) {
    return of(name, 16);
  }

  /** An icon in its component's foreground. */
  public static Icon of(String name, int size) {
    return new SvgIcon(drawing(name), size, Icons::foreground);
  }

  private static Color foreground(@Nullable Component component, Color own) {
    if (component == null) {
      return own;
    }
    Color ofDefault = UIManager.getColor("Button.default.foreground");
    boolean isDefault =
        component.isEnabled() && component instanceof JButton button && button.isDefaultButton();
    return isDefault && ofDefault != null ? ofDefault : component.getForeground();
  }

  /** The program's mark, in its own colours. */
  public static Icon mark(int size) {
    return ofMark(size);
  }

  /** The program's mark as a picture of that size. */
  public static Image markImage(int size) {
    return ofMark(size).image();
  }

  private static SvgIcon ofMark(int size) {
    return new SvgIcon(drawing("parley"), size, (component, own) -> own);
  }

  /** The program's mark in the sizes that a window's frame wants. */
  public static List<Image> windowImages() {
    return Stream.of(16, 24, 32, 48, 64, 128).map(Icons::markImage).toList();
  }

  static SvgDrawing drawing(String name) {
    return DRAWINGS.computeIfAbsent(name, Icons::read);
  }

  private static SvgDrawing read(String name) {
    try (InputStream in = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
      byte[] all = Objects.requireNonNull(in, name).readAllBytes();
      return SvgDrawing.read(new String(all, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
