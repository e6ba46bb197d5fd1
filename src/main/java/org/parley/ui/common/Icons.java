package org.parley.ui.common;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Component;
import java.awt.Image;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.UIManager;

/** The program's own icons, which take the colour of the component that shows them. */
public final class Icons {
  private static final String FOLDER = "org/parley/icons/";

  private Icons() {}

  /** An icon of 16 px in its component's foreground. */
  public static Icon of(String name) {
    return of(name, 16);
  }

  /** An icon in its component's foreground. */
  public static Icon of(String name, int size) {
    FlatSVGIcon icon = new FlatSVGIcon(FOLDER + name + ".svg", size, size);
    icon.setColorFilter(
        new FlatSVGIcon.ColorFilter(
            (component, colour) -> component == null ? colour : foreground(component)));
    return icon;
  }

  /** The same as {@link #of(String)}, drawn a moment after its window was shown. */
  public static Icon late(String name) {
    return new LateIcon(16, () -> of(name));
  }

  private static Color foreground(Component component) {
    Color ofDefault = UIManager.getColor("Button.default.foreground");
    boolean isDefault =
        component.isEnabled() && component instanceof JButton button && button.isDefaultButton();
    return isDefault && ofDefault != null ? ofDefault : component.getForeground();
  }

  /** The program's mark, in its own colours, drawn a moment after its window was shown. */
  public static Icon mark(int size) {
    return new LateIcon(size, () -> new FlatSVGIcon(FOLDER + "parley.svg", size, size));
  }

  /** The program's mark as a picture of that size. */
  public static Image markImage(int size) {
    return new FlatSVGIcon(FOLDER + "parley.svg", size, size).getImage();
  }

  /** The program's mark in the sizes that a window's frame wants. */
  public static List<Image> windowImages() {
    return Stream.of(16, 24, 32, 48, 64, 128).map(Icons::markImage).toList();
  }
}
