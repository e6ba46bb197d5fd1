package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Locale;
import javax.swing.Icon;
import org.parley.ui.common.Theme;
import org.parley.ui.common.fonts.FontRuns;

/** A name's first letter in a disc: something for the eye to find a name by. */
final class Avatar implements Icon {
  /** The theme's colour of a disc on a page. */
  static final String GROUND = "outgoingBackground";

  private final String letter;
  private final int size;
  private final String ground;

  /**
   * A disc.
   *
   * @param ground the theme's colour of the disc: another where what is around it is as that
   */
  Avatar(String name, int size, String ground) {
    this.size = size;
    this.ground = ground;
    letter =
        name.isEmpty()
            ? ""
            : new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
  }

  @Override
  public void paintIcon(Component on, Graphics g, int x, int y) {
    Graphics2D to = (Graphics2D) g.create();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    to.setColor(Theme.colour(ground));
    to.fillOval(x, y, getIconWidth(), getIconHeight());
    to.setColor(Theme.colour("linkForeground"));
    Font bold = on.getFont().deriveFont(Font.BOLD, getIconHeight() * 0.42f);
    to.setFont(FontRuns.of(letter, bold).stream().map(FontRuns.Run::font).findFirst().orElse(bold));
    FontMetrics metrics = to.getFontMetrics();
    to.drawString(
        letter,
        x + (getIconWidth() - metrics.stringWidth(letter)) / 2,
        y + (getIconHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
    to.dispose();
  }

  @Override
  public int getIconWidth() {
    return UIScale.scale(size);
  }

  @Override
  public int getIconHeight() {
    return UIScale.scale(size);
  }
}
