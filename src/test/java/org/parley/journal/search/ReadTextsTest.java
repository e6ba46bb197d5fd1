package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadTextsTest {
  private final ReadTexts texts = new ReadTexts();

  @Test
  void a_text_is_known_until_its_row_is_emptied() {
    texts.put(7, "ärger 😀", texts.removals());
    texts.put(8, "b", texts.removals());
    assertThat(texts.get(7)).isEqualTo("ärger 😀");
    texts.removed(7);
    assertThat(texts.get(7)).isNull();
    assertThat(texts.get(8)).isEqualTo("b");
  }

  @Test
  void what_was_read_before_a_row_was_emptied_is_not_kept() {
    long before = texts.removals();
    texts.removed(9);
    texts.put(9, "gone", before);
    assertThat(texts.get(9)).isNull();
    texts.put(9, "there", texts.removals());
    assertThat(texts.get(9)).isEqualTo("there");
  }

  @Test
  void what_was_not_asked_for_longest_makes_room() {
    String long1 = "x".repeat(ReadTexts.MOST_BYTES / 4);
    for (int seq = 0; seq < 3; seq++) {
      texts.put(seq, long1, texts.removals());
    }
    assertThat(texts.get(0)).isNotNull();
    texts.put(3, long1, texts.removals());
    assertThat(texts.get(1)).isNull();
    assertThat(texts.get(0)).isEqualTo(long1);
    texts.put(4, "y".repeat(ReadTexts.MOST_BYTES), texts.removals());
    assertThat(texts.get(0)).isNull();
    assertThat(texts.get(4)).as("larger than all the room").isNull();
    texts.put(5, "z", texts.removals());
    assertThat(texts.get(5)).isEqualTo("z");
  }

  @Test
  void closed_it_knows_nothing_and_takes_nothing() {
    texts.put(1, "a", texts.removals());
    texts.close();
    texts.put(2, "b", texts.removals());
    assertThat(texts.get(1)).isNull();
    assertThat(texts.get(2)).isNull();
  }
}
