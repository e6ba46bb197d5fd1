package org.parley.ui.common;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.util.Map;
import javax.swing.UIManager;
import org.parley.settings.Look;
import org.parley.ui.common.fonts.TextAreaRunsUI;
import org.parley.ui.common.fonts.TextFieldRunsUI;

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
   * @param textPercent size of texts, and with them of everything else; 100 is the desktop's own
   */
  public static void apply(Look look, boolean systemIsDark, int textPercent) {
    FlatLaf.registerCustomDefaultsSource("org.parley.themes");
    FlatLaf.setGlobalExtraDefaults(
        textPercent == 100 ? null : Map.of("defaultFont", textPercent + "%"));
    boolean dark = look == Look.DARK || (look == Look.SYSTEM && systemIsDark);
    UIManager.put("TextAreaUI", TextAreaRunsUI.class.getName());
    UIManager.put("TextFieldUI", TextFieldRunsUI.class.getName());
    FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
    FlatLaf.updateUI();
  }

  /** A colour of the theme, as it is now: for painting, not for keeping. */
  public static Color colour(String key) {
    Color colour = UIManager.getColor("Parley." + key);
    return colour == null ? UIManager.getColor("Label.foreground") : colour;
  }
}
