package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;
import org.parley.ui.workplace.FakeTalk;

class PagesTest {
  private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

  private final FakeTalk talk = new FakeTalk();
  private final Pages pages = new Pages(talk);
  private int second;

  private void say(int count) {
    put(count, Fate.RECEIVED);
  }

  private void remove(int count) {
    put(count, Fate.REMOVED);
  }

  private void put(int count, Fate fate) {
    for (int i = 0; i < count; i++) {
      String text = fate == Fate.REMOVED ? "" : "text " + second;
      talk.put("bob", false, START.plusSeconds(second++), text, fate, null);
    }
  }

  /** How many messages each part is. */
  private static List<Integer> counts(List<Part> parts) {
    return parts.stream().map(Part::count).toList();
  }

  private long asked() {
    return talk.calls().stream().filter(c -> c.startsWith("page")).count();
  }

  @Test
  void a_hundred_thousand_removed_messages_are_one_part_and_few_questions() throws Exception {
    say(20);
    remove(100_000);
    say(3);
    Exchange exchange = pages.newest("bob", Pages.SIZE);
    assertThat(exchange.parts()).hasSize(24);
    assertThat(counts(exchange.parts())).containsOnlyOnce(100_000);
    assertThat(exchange.complete()).isTrue();
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void a_conversation_that_was_cleared_is_read_to_its_beginning() throws Exception {
    remove(500);
    Exchange exchange = pages.newest("bob", Pages.SIZE);
    assertThat(counts(exchange.parts())).containsExactly(500);
    assertThat(exchange.complete()).isTrue();
  }

  @Test
  void pages_meet_in_the_midst_of_a_stretch_both_ways() throws Exception {
    for (int i = 0; i < 40; i++) {
      say(1 + i % 3);
      remove(1 + i % 47);
    }
    List<Message> all = talk.all("bob");
    Exchange whole = new Exchange(Part.of(all), true, true);
    Exchange up = pages.newest("bob", Pages.SIZE);
    while (!up.complete()) {
      up = up.withOlder(pages.older("bob", up.oldest().orElseThrow(), Pages.SIZE));
    }
    assertThat(up.parts()).isEqualTo(whole.parts());
    for (int at : List.of(0, 333, all.size() - 1)) {
      Exchange around = pages.around("bob", all.get(at));
      assertThat(around.has(all.get(at))).isTrue();
      while (!around.complete()) {
        around = around.withOlder(pages.older("bob", around.oldest().orElseThrow(), Pages.SIZE));
      }
      while (!around.newest()) {
        around = around.withNewer(pages.newer("bob", around.latest().orElseThrow()));
      }
      assertThat(around.parts()).isEqualTo(whole.parts());
    }
  }

  @Test
  void a_page_never_brings_more_than_one_can_keep() throws Exception {
    for (int i = 0; i < 500; i++) {
      say(1);
      remove(40);
    }
    Pages.Page page = pages.older("bob", null, Pages.SIZE);
    assertThat(page.parts()).hasSizeBetween(15, 2 * Pages.SIZE);
    assertThat(page.end()).isFalse();
  }
}
