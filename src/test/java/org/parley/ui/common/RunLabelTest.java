package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
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

  @Test
  void a_line_of_plain_letters_is_left_to_the_label() {
    Graphics2D to = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    assertThat(RunLabel.paint(new JLabel("plain"), to)).isFalse();
    to.dispose();
  }
}
