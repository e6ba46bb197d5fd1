package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.Icon;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

class RunLabelTest {
  private static final int HIGH = 40;
  private static final int SCALE = 2;

  /** How many pixels of a label are painted beyond its right edge. */
  private static int beyond(String line, int width) {
    JLabel label = new JLabel(line);
    label.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    label.setForeground(Color.BLACK);
    label.setSize(width, HIGH);
    BufferedImage image =
        new BufferedImage(4 * SCALE * width, SCALE * HIGH, BufferedImage.TYPE_INT_ARGB);
    Graphics2D to = image.createGraphics();
    to.scale(SCALE, SCALE);
    assertThat(RunLabel.paint(label, to)).isTrue();
    to.dispose();
    int painted = 0;
    for (int x = SCALE * (width + 1); x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        painted += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
      }
    }
    return painted;
  }

  @Test
  void a_line_from_right_to_left_is_cut_where_it_is_written_not_at_its_beginning() {
    String line = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd ".repeat(20);
    for (int width = 80; width < 240; width += 7) {
      assertThat(beyond(line, width)).as("beyond " + width).isZero();
    }
  }

  /** The first and the last column of what is painted of a label that is 300 wide. */
  private static int[] painted(JLabel label) {
    label.setForeground(Color.BLACK);
    label.setSize(300, HIGH);
    BufferedImage image = new BufferedImage(300, HIGH, BufferedImage.TYPE_INT_ARGB);
    Graphics2D to = image.createGraphics();
    assertThat(RunLabel.paint(label, to)).isTrue();
    to.dispose();
    int first = 300;
    int last = -1;
    for (int x = 0; x < 300; x++) {
      for (int y = 0; y < HIGH; y++) {
        if (image.getRGB(x, y) >>> 24 != 0) {
          first = Math.min(first, x);
          last = x;
        }
      }
    }
    return new int[] {first, last};
  }

  private static JLabel hebrew() {
    JLabel label = Plain.label("\u05e9\u05dc\u05d5\u05dd");
    label.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    return label;
  }

  @Test
  void it_stands_where_the_label_is_to_have_its_text() {
    JLabel label = hebrew();
    assertThat(painted(label)[0]).isLessThan(5);
    label.setHorizontalAlignment(JLabel.RIGHT);
    assertThat(painted(label)[1]).isGreaterThan(294);
    label.setHorizontalAlignment(JLabel.CENTER);
    int[] ends = painted(label);
    assertThat(ends[0] + ends[1]).isBetween(294, 306);
  }

  @Test
  void an_icon_stands_on_the_side_that_the_label_has_it_on() {
    int width = 10;
    Icon mark =
        new Icon() {
          @Override
          public void paintIcon(Component in, Graphics to, int x, int y) {
            to.setColor(Color.RED);
            to.fillRect(x, y, width, width);
          }

          @Override
          public int getIconWidth() {
            return width;
          }

          @Override
          public int getIconHeight() {
            return width;
          }
        };
    JLabel label = hebrew();
    int plain = label.getPreferredSize().width;
    label.setIcon(mark);
    label.setIconTextGap(6);
    assertThat(label.getPreferredSize().width).isEqualTo(plain + width + 6);
    assertThat(painted(label)[0]).isZero();
    assertThat(painted(label)[1]).isGreaterThan(width + 6);
    label.setHorizontalTextPosition(JLabel.LEADING);
    assertThat(painted(label)[1]).isBetween(plain + 6 + width - 3, plain + 6 + width);
  }

  @Test
  void a_line_of_plain_letters_is_left_to_the_label() {
    Graphics2D to = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    assertThat(RunLabel.paint(new JLabel("plain"), to)).isFalse();
    to.dispose();
  }
}
