package org.parley.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.messaging.Fate;
import org.parley.messaging.Message;

class ExchangeTest {
  private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

  private static Message message(String id, boolean outgoing, int second, Fate fate) {
    return new Message(
        (long) second,
        "bob",
        outgoing,
        START.plusSeconds(second),
        id,
        "text " + id,
        fate,
        null,
        null);
  }

  private static Message theirs(String id, int second) {
    return message(id, false, second, Fate.RECEIVED);
  }

  private static Exchange loaded(Message... messages) {
    return new Exchange(Part.of(List.of(messages)), true, true);
  }

  @Test
  void a_new_message_comes_last() {
    Exchange exchange =
        new Exchange(Part.of(List.of(theirs("a", 1))), true, true).with(theirs("b", 2));
    assertThat(parts(exchange)).containsExactly("a", "b");
  }

  @Test
  void a_changed_message_stays_in_its_place() {
    Exchange exchange =
        loaded(message("a", true, 1, Fate.WAITING), theirs("b", 2))
            .with(message("a", true, 1, Fate.DELIVERED));
    assertThat(parts(exchange)).containsExactly("a", "b");
    assertThat(exchange.parts().get(0).first().fate()).isEqualTo(Fate.DELIVERED);
  }

  @Test
  void ours_and_theirs_of_one_id_are_two_messages() {
    Exchange exchange = loaded(message("a", true, 1, Fate.DELIVERED)).with(theirs("a", 2));
    assertThat(exchange.parts()).hasSize(2);
  }

  @Test
  void a_message_before_what_is_loaded_comes_with_its_page() {
    Exchange incomplete = new Exchange(Part.of(List.of(theirs("b", 10))), false, true);
    assertThat(incomplete.with(theirs("a", 1)).parts()).hasSize(1);
    Exchange complete = new Exchange(Part.of(List.of(theirs("b", 10))), true, true);
    assertThat(parts(complete.with(theirs("a", 1)))).containsExactly("a", "b");
  }

  @Test
  void an_older_page_comes_first_and_the_last_one_says_so() {
    Exchange exchange = new Exchange(Part.of(List.of(theirs("c", 3))), false, true);
    Exchange more =
        exchange.withOlder(new Pages.Page(Part.of(List.of(theirs("a", 1), theirs("b", 2))), false));
    assertThat(parts(more)).containsExactly("a", "b", "c");
    assertThat(more.complete()).isFalse();
    assertThat(more.withOlder(new Pages.Page(List.of(), true)).complete()).isTrue();
  }

  private static Message gone(String id, int second) {
    return new Message(
        (long) second, "bob", false, START.plusSeconds(second), id, "", Fate.REMOVED, null, null);
  }

  /** Each part as its ids, with how many are between. */
  private static List<String> parts(Exchange exchange) {
    return exchange.parts().stream()
        .map(
            p ->
                p.first().id()
                    + (p.removed() ? " to " + p.last().id() + ", " + p.count() + " gone" : ""))
        .toList();
  }

  @Test
  void removed_messages_in_a_row_are_one_part() {
    Exchange exchange =
        loaded(gone("a", 1), gone("b", 2), theirs("c", 3), gone("d", 4), theirs("e", 5));
    assertThat(parts(exchange)).containsExactly("a to b, 2 gone", "c", "d to d, 1 gone", "e");
  }

  @Test
  void what_is_removed_joins_what_was_removed_on_both_sides() {
    Exchange exchange =
        loaded(gone("a", 1), gone("b", 2), theirs("c", 3), gone("d", 4)).with(gone("c", 3));
    assertThat(parts(exchange)).containsExactly("a to d, 4 gone");
  }

  @Test
  void what_a_stretch_holds_is_there_and_is_not_counted_twice() {
    Exchange exchange = loaded(gone("a", 1), gone("b", 2), gone("c", 3));
    assertThat(exchange.has(gone("b", 2))).isTrue();
    assertThat(parts(exchange.with(gone("b", 2)))).containsExactly("a to c, 3 gone");
    assertThat(parts(exchange.with(theirs("b", 2))))
        .as("news of before it was removed")
        .containsExactly("a to c, 3 gone");
  }

  @Test
  void a_message_that_is_no_more_lets_stretches_meet() {
    Message unsent =
        new Message(
            null, "bob", true, START.plusSeconds(2), "x", "never", Fate.CANCELLED, null, null);
    Exchange exchange = loaded(gone("a", 1), unsent, gone("b", 3));
    assertThat(parts(exchange.without(MessageKey.of(unsent)))).containsExactly("a to b, 2 gone");
  }

  @Test
  void a_page_that_ends_in_a_stretch_continues_the_one_that_is_there() {
    Exchange exchange =
        new Exchange(Part.of(List.of(gone("c", 3), theirs("d", 4))), false, false)
            .withOlder(new Pages.Page(Part.of(List.of(theirs("a", 1), gone("b", 2))), true))
            .withNewer(new Pages.Page(Part.of(List.of(gone("e", 5))), true));
    assertThat(parts(exchange)).containsExactly("a", "b to c, 2 gone", "d", "e to e, 1 gone");
    assertThat(exchange.oldest()).contains(theirs("a", 1));
    assertThat(exchange.latest()).contains(gone("e", 5));
  }
}
