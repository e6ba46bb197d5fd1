package org.parley.ui.common;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import net.miginfocom.swing.MigLayout;
import org.parley.directory.PasswordStrength;

/** Four bars and a word that follow a password field. */
public final class StrengthMeter extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JLabel word = Plain.label(" ", "note");
  private final Bars bars = new Bars();

  /** Follows that field. */
  public StrengthMeter(JPasswordField field, UiContext ui) {
    super(new MigLayout("insets 0, fillx, gap 8", "[grow, fill][sg word, 96!]", "[center]"));
    setOpaque(false);
    add(bars);
    add(word);
    Inputs.onChange(field, () -> show(field, ui));
    show(field, ui);
  }

  private void show(JPasswordField field, UiContext ui) {
    char[] password = field.getPassword();
    String text = " ";
    bars.filled = 0;
    if (password.length > 0) {
      PasswordStrength.Level strength = PasswordStrength.of(password).level();
      bars.filled = bars(strength);
      text = ui.word("ui.strength." + strength);
    }
    Arrays.fill(password, '\0');
    word.setText(text);
    getAccessibleContext().setAccessibleDescription(word.getText());
    bars.repaint();
  }

  private static int bars(PasswordStrength.Level level) {
    return switch (level) {
      case VERY_WEAK -> 1;
      case WEAK -> 2;
      case FAIR -> 3;
      case STRONG -> 4;
    };
  }

  private static final class Bars extends JComponent {
    private static final long serialVersionUID = 1L;
    private int filled;

    @Override
    public Dimension getPreferredSize() {
      return UIScale.scale(new Dimension(96, 4));
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D to = (Graphics2D) g.create();
      to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      int gap = UIScale.scale(4);
      int each = (getWidth() - 3 * gap) / 4;
      for (int i = 0; i < 4; i++) {
        to.setColor(
            Theme.colour(
                i >= filled
                    ? "meterBackground"
                    : filled <= 2
                        ? "faultForeground"
                        : filled == 3 ? "careForeground" : "goodForeground"));
        to.fillRoundRect(i * (each + gap), 0, each, getHeight(), getHeight(), getHeight());
      }
      to.dispose();
    }
  }
}
