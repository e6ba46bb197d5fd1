package org.parley.ui.common.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FontRunsTest {
  private static final String FAMILY = "👨\u200d👩\u200d👧";
  private static Font plain;

  /** A font of this system that has letters, and no pictures. */
  @BeforeAll
  static void fonts() {
    EmojiFont.load();
    plain =
        Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
            .filter(f -> f.canDisplayUpTo("hi you") < 0 && !f.canDisplay(0x1f468))
            .findFirst()
            .orElseThrow()
            .deriveFont(13f);
  }

  private static List<String> pictures(String text) {
    return FontRuns.of(text, plain).stream()
        .filter(run -> run.font().getFamily().equals("Noto Emoji"))
        .map(run -> text.substring(run.start(), run.end()))
        .toList();
  }

  @Test
  void a_text_of_letters_has_no_runs() {
    assertThat(FontRuns.of("hi you", plain)).isEmpty();
  }

  @Test
  void a_picture_of_several_characters_is_one_run() {
    assertThat(pictures("hi " + FAMILY + " you")).containsExactly(FAMILY);
    assertThat(pictures("hi 👍🏽 you 🍜")).containsExactly("👍🏽", "🍜");
    assertThat(pictures("🍜\ufe0f you")).containsExactly("🍜\ufe0f");
  }

  @Test
  void a_logical_font_that_may_find_only_coloured_bitmaps_is_not_asked_for_a_picture() {
    Font logical = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    assertThat(FontRuns.of("hi 🍜 你好 you", logical))
        .singleElement()
        .satisfies(run -> assertThat(run.font().getFamily()).isEqualTo("Noto Emoji"))
        .satisfies(run -> assertThat(run.start()).isEqualTo(3));
  }

  @Test
  void a_picture_has_the_size_of_the_text() {
    assertThat(FontRuns.of("🍜", plain).get(0).font().getSize2D()).isEqualTo(13f);
  }

  @Test
  void what_begins_with_a_joiner_or_ends_in_one_has_an_end() {
    assertThat(pictures("\u200d🍜\u200d")).singleElement().asString().endsWith("🍜\u200d");
    assertThat(pictures("🍜\u200dyou")).containsExactly("🍜\u200d");
  }

  @Test
  void the_event_thread_does_not_load_it() {
    assertThatThrownBy(() -> EventQueue.invokeAndWait(EmojiFont::load))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }
}
