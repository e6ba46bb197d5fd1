package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontMetrics;
import org.junit.jupiter.api.Test;

class ProseTest {
  private static final String SENTENCE = "A sentence that must not lose its end.";

  private static int lines(int room) {
    Prose prose = new Prose(SENTENCE, 100, false, "prose");
    prose.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    FontMetrics metrics = prose.getFontMetrics(prose.getFont());
    Prose wide = new Prose(SENTENCE, metrics.stringWidth(SENTENCE) + room, false, "prose");
    wide.setFont(prose.getFont());
    return wide.getPreferredSize().height / metrics.getHeight();
  }

  @Test
  void a_line_that_just_fits_has_room_for_its_end_on_another() {
    assertThat(lines(1)).isEqualTo(2);
    assertThat(lines(6)).isEqualTo(1);
  }
}
