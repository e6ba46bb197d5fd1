package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextIndexTest {
  private static final String ALPHABET = "aabbcde eß你好한😀\u0E01\u0E34\uFFFDж.";

  private final Object lock = new Object();

  private static String text(Random random, int most) {
    int[] all = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }

  /** The slots that the index does not rule out. */
  private static TreeSet<Integer> found(TextIndex index, String part) {
    TreeSet<Integer> found = new TreeSet<>();
    TextIndex.Snapshot snapshot = index.snapshot();
    int next = 0;
    for (Segment segment : snapshot.segments()) {
      assertThat(segment.first()).isEqualTo(next);
      next += segment.limit();
      int last = -1;
      for (int text : segment.mayContain(part)) {
        assertThat(text).isGreaterThan(last);
        last = text;
        found.add(segment.first() + text);
      }
    }
    assertThat(snapshot.firstOpen()).isEqualTo(next);
    for (int i = 0; i < snapshot.open().size(); i++) {
      if (snapshot.open().get(i).folded().contains(part)) {
        found.add(next + i);
      }
    }
    return found;
  }

  @Test
  void nothing_that_matches_is_ruled_out_and_up_to_three_units_nothing_else_is_let_through() {
    long seed = System.nanoTime();
    System.out.println("TextIndexTest seed " + seed);
    Random random = new Random(seed);
    TextIndex index = new TextIndex(lock);
    List<String> folded = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String text = random.nextInt(2000) == 0 ? text(random, 9000) : text(random, 12);
      index.add(text);
      folded.add(Folding.fold(text));
      if (random.nextInt(300) == 0) {
        int gone = random.nextInt(folded.size());
        index.remove(gone);
        folded.set(gone, "");
      }
      if (random.nextInt(700) == 0) {
        index.seal();
        index.purge();
      }
    }
    index.seal();
    index.purge();
    assertThat(index.segments()).hasSizeLessThan(24).anyMatch(s -> s.level() == 1);
    for (int query = 0; query < 400; query++) {
      String part = Folding.fold(text(random, query % 2 == 0 ? 2 : 6));
      if (part.isEmpty()) {
        continue;
      }
      TreeSet<Integer> right = new TreeSet<>();
      for (int i = 0; i < folded.size(); i++) {
        if (folded.get(i).contains(part)) {
          right.add(i);
        }
      }
      TreeSet<Integer> found = found(index, part);
      assertThat(found).as(part).containsAll(right);
      if (part.length() <= Trigrams.UNITS) {
        assertThat(found).as(part).isEqualTo(right);
      }
    }
  }

  @Test
  void many_texts_make_few_segments_of_at_most_65536() {
    TextIndex index = new TextIndex(lock);
    for (int i = 0; i < 70_000; i++) {
      index.add("t" + i % 97);
      if (i % 5000 == 0) {
        index.seal();
      }
    }
    index.seal();
    assertThat(index.segments().stream().map(Segment::limit))
        .containsExactly(65_536, 1024, 1024, 1024, 1024);
    assertThat(found(index, "t96")).hasSize(70_000 / 97);
    assertThat(index.hasWork()).isFalse();
  }

  @Test
  void long_texts_make_smaller_segments() {
    TextIndex index = new TextIndex(lock);
    for (int i = 0; i < 64; i++) {
      index.add(("x" + i).repeat(30_000));
    }
    index.seal();
    assertThat(index.segments()).hasSizeGreaterThan(1);
    assertThat(found(index, "x63x")).contains(63);
    assertThat(index.snapshot().open().stream().mapToInt(TextIndex.OpenText::units).sum())
        .isLessThan(512 * 1024);
  }

  @Test
  void what_was_removed_is_in_no_block() {
    TextIndex index = new TextIndex(lock);
    for (int i = 0; i < 3000; i++) {
      index.add("abc" + i);
    }
    index.remove(17);
    index.seal();
    index.remove(1200);
    index.remove(2999);
    assertThat(index.hasWork()).isTrue();
    assertThat(index.purge()).isTrue();
    assertThat(index.purge()).isFalse();
    assertThat(found(index, "abc")).hasSize(2997).doesNotContain(17, 1200, 2999);
    assertThat(found(index, "120")).doesNotContain(1200);
  }
}
