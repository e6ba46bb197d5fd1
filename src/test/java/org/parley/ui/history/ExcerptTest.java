package org.parley.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.journal.search.TextRange;
import org.parley.messaging.Fate;
import org.parley.messaging.HistoryHit;
import org.parley.messaging.Message;

class ExcerptTest {
  private static Excerpt of(String text, String found) {
    int at = text.indexOf(found);
    Message message =
        new Message(1L, "bob", false, Instant.EPOCH, "id", text, Fate.RECEIVED, null, null);
    return Excerpt.of(new HistoryHit(message, List.of(new TextRange(at, at + found.length()))));
  }

  private static String marked(Excerpt excerpt) {
    TextRange range = excerpt.marked().get(0);
    return excerpt.line().substring(range.start(), range.end());
  }

  @Test
  void a_short_text_is_shown_whole() {
    Excerpt excerpt = of("They did, all twelve, sealed. Batch 7 came without its form.", "Batch 7");
    assertThat(excerpt.line()).startsWith("They did").endsWith("form.");
    assertThat(marked(excerpt)).isEqualTo("Batch 7");
  }

  @Test
  void a_long_text_begins_with_a_whole_word_before_the_hit() {
    Excerpt excerpt = of("word ".repeat(100) + "needle and more", "needle");
    assertThat(excerpt.line()).startsWith("…word ").endsWith("needle and more");
    assertThat(marked(excerpt)).isEqualTo("needle");
  }

  @Test
  void a_text_without_spaces_is_cut_between_characters() {
    Excerpt excerpt = of("😀".repeat(200) + "needle", "needle");
    assertThat(excerpt.line()).startsWith("…😀").endsWith("needle");
    assertThat(marked(excerpt)).isEqualTo("needle");
  }
}
