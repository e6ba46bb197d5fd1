package org.parley.ui.common;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import javax.swing.UIManager;
import org.parley.settings.Look;

/**
 * The appearance: colours, type scale and sizes lie in resources/org/parley/themes. Used on the
 * event thread.
 */
public final class Theme {
  private Theme() {}

  /**
   * Shows everything, also windows that are open, light or dark.
   *
   * @param look what the user chose
   * @param systemIsDark what the desktop says, for {@link Look#SYSTEM}
   */
  public static void apply(Look look, boolean systemIsDark) {
    FlatLaf.registerCustomDefaultsSource("org.parley.themes");
    boolean dark = look == Look.DARK || (look == Look.SYSTEM && systemIsDark);
    FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
    FlatLaf.updateUI();
  }

  /** A colour of the theme, as it is now: for painting, not for keeping. */
  public static Color colour(String key) {
    Color colour = UIManager.getColor("Parley." + key);
    return colour == null ? UIManager.getColor("Label.foreground") : colour;
  }
}
