package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javax.swing.UIManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.parley.settings.Look;

/**
 * WCAG 2.1, 1.4.3 and 1.4.11: 4.5 to 1 for text, 3 to 1 for what one must see to find a control.
 * What is disabled is left out, as there.
 */
class ContrastGuiTest {
  private static final double TEXT = 4.5;
  private static final double PART = 3;

  private static final List<String> GROUNDS =
      List.of(
          "Panel.background",
          "Parley.pageBackground",
          "Parley.incomingBackground",
          "Parley.outgoingBackground",
          "Parley.noticeBackground",
          "Parley.chosenBackground",
          "List.background",
          "Table.background",
          "List.selectionBackground",
          "List.selectionInactiveBackground");

  private final List<String> weak = new ArrayList<>();

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private void pair(String front, String ground, double least) {
    Color one = UIManager.getColor(front);
    Color other = UIManager.getColor(ground);
    assertThat(one).as(front).isNotNull();
    assertThat(other).as(ground).isNotNull();
    double ratio = ratio(one, other);
    if (ratio < least) {
      weak.add(String.format("%s on %s: %.2f < %.1f", front, ground, ratio, least));
    }
  }

  private void everything() {
    for (String ground : GROUNDS) {
      pair("Label.foreground", ground, TEXT);
      pair("Parley.quietForeground", ground, TEXT);
      pair("Parley.linkForeground", ground, TEXT);
      pair("Parley.faultForeground", ground, TEXT);
      pair("Parley.goodForeground", ground, TEXT);
      pair("Parley.careForeground", ground, TEXT);
    }
    for (String of : List.of("List", "Table", "ComboBox", "MenuItem")) {
      pair(of + ".foreground", of + ".background", TEXT);
      pair(of + ".selectionForeground", of + ".selectionBackground", TEXT);
    }
    for (String of : List.of("TextField", "TextArea", "TextPane", "PasswordField")) {
      pair(of + ".foreground", of + ".background", TEXT);
      pair(of + ".selectionForeground", of + ".selectionBackground", TEXT);
    }
    for (String state : List.of("background", "hoverBackground", "pressedBackground")) {
      pair("Button.foreground", "Button." + state, TEXT);
      pair("Button.default.foreground", "Button.default." + state, TEXT);
      pair("Button.default." + state, "Panel.background", PART);
    }
    pair("TableHeader.foreground", "TableHeader.background", TEXT);
    pair("ToolTip.foreground", "ToolTip.background", TEXT);
    for (String ground : List.of("background", "hoverColor", "focusColor")) {
      pair("TabbedPane.foreground", "TabbedPane." + ground, TEXT);
    }
    pair("TabbedPane.underlineColor", "TabbedPane.background", PART);
    for (String ground : List.of("Panel.background", "Parley.pageBackground")) {
      pair("Component.borderColor", ground, PART);
      pair("Component.focusedBorderColor", ground, PART);
      pair("Component.error.borderColor", ground, PART);
      pair("Component.error.focusedBorderColor", ground, PART);
      pair("Button.borderColor", ground, PART);
      pair("CheckBox.icon.borderColor", ground, PART);
      pair("CheckBox.icon.selectedBorderColor", ground, PART);
      pair("CheckBox.icon.focusedBorderColor", ground, PART);
    }
    pair("Button.default.focusColor", "Button.default.background", PART);
    pair("CheckBox.icon.checkmarkColor", "CheckBox.icon.selectedBackground", PART);
  }

  private List<String> weakIn(Look look) {
    GuiActionRunner.execute(
        () -> {
          Theme.apply(look, false, 100);
          everything();
        });
    return weak;
  }

  @Test
  void black_on_white_is_21_to_1() {
    assertThat(ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(ratio(new Color(0x767676), Color.WHITE)).isBetween(4.5, 4.6);
  }

  @Test
  void the_light_theme_has_enough_contrast() {
    assertThat(weakIn(Look.LIGHT)).isEmpty();
  }

  @Test
  void the_dark_theme_has_enough_contrast() {
    assertThat(weakIn(Look.DARK)).isEmpty();
  }
}
