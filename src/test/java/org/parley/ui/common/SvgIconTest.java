package org.parley.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.Icon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every icon looks as a renderer for all of SVG draws it. */
class SvgIconTest {
  private static final int SIZE = 64;

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("resources/org/parley/icons"))) {
      return files
          .map(f -> f.getFileName().toString().replace(".svg", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void looks_as_another_renderer_draws_it(String name) {
    BufferedImage ours = picture(new SvgIcon(Icons.drawing(name), SIZE, (component, own) -> own));
    BufferedImage theirs =
        picture(new FlatSVGIcon("org/parley/icons/" + name + ".svg", SIZE, SIZE));
    int drawn = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        drawn += theirs.getRGB(x, y) == 0 ? 0 : 1;
        for (int channel = 0; channel < 32; channel += 8) {
          assertThat(ours.getRGB(x, y) >> channel & 255)
              .as("%s at %d, %d", name, x, y)
              .isCloseTo(
                  theirs.getRGB(x, y) >> channel & 255, org.assertj.core.data.Offset.offset(2));
        }
      }
    }
    assertThat(drawn).isGreaterThan(SIZE);
  }

  private static BufferedImage picture(Icon icon) {
    BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = picture.createGraphics();
    icon.paintIcon(null, g, 0, 0);
    g.dispose();
    return picture;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg width=\"9\" height=\"9\"><text x=\"1\">a</text></svg>",
        "<svg width=\"9\" height=\"9\"><path d=\"M1 1Q2 2 3 3\"/></svg>",
        "<svg width=\"9\" height=\"9\"><path d=\"M1 1L2\"/></svg>",
        "<svg width=\"9\" height=\"9\"><path fill=\"red\" d=\"M1 1L2 2\"/></svg>"
      })
  void what_it_does_not_know_is_not_drawn_wrong_but_refused(String text) {
    assertThatThrownBy(() -> SvgDrawing.read(text)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_disabled_one_is_grey_and_its_picture_is_sharp_at_two_pixels_for_one() {
    SvgIcon icon = new SvgIcon(Icons.drawing("parley"), 16, (component, own) -> own);
    assertThat(icon.getDisabledIcon().getIconWidth()).isEqualTo(icon.getIconWidth());
    assertThat(((java.awt.image.MultiResolutionImage) icon.image()).getResolutionVariants())
        .extracting(image -> image.getWidth(null))
        .containsExactly(16, 32);
  }
}
