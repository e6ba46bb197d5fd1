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

  @Test
  void a_new_message_comes_last() {
    Exchange exchange = new Exchange(List.of(theirs("a", 1)), true, true).with(theirs("b", 2));
    assertThat(exchange.messages()).extracting(Message::id).containsExactly("a", "b");
  }

  @Test
  void a_changed_message_stays_in_its_place() {
    Exchange exchange =
        new Exchange(List.of(message("a", true, 1, Fate.WAITING), theirs("b", 2)), true, true)
            .with(message("a", true, 1, Fate.DELIVERED));
    assertThat(exchange.messages()).extracting(Message::id).containsExactly("a", "b");
    assertThat(exchange.messages().get(0).fate()).isEqualTo(Fate.DELIVERED);
  }

  @Test
  void ours_and_theirs_of_one_id_are_two_messages() {
    Exchange exchange =
        new Exchange(List.of(message("a", true, 1, Fate.DELIVERED)), true, true)
            .with(theirs("a", 2));
    assertThat(exchange.messages()).hasSize(2);
  }

  @Test
  void a_message_before_what_is_loaded_comes_with_its_page() {
    Exchange incomplete = new Exchange(List.of(theirs("b", 10)), false, true);
    assertThat(incomplete.with(theirs("a", 1)).messages()).hasSize(1);
    Exchange complete = new Exchange(List.of(theirs("b", 10)), true, true);
    assertThat(complete.with(theirs("a", 1)).messages())
        .extracting(Message::id)
        .containsExactly("a", "b");
  }

  @Test
  void an_older_page_comes_first_and_a_short_one_is_the_last() {
    Exchange exchange = new Exchange(List.of(theirs("c", 3)), false, true);
    Exchange more = exchange.withOlder(List.of(theirs("a", 1), theirs("b", 2)), 2);
    assertThat(more.messages()).extracting(Message::id).containsExactly("a", "b", "c");
    assertThat(more.complete()).isFalse();
    assertThat(more.withOlder(List.of(), 2).complete()).isTrue();
  }

  @Test
  void the_unread_line_stands_above_the_first_unread_of_theirs() {
    Exchange exchange =
        new Exchange(
            List.of(
                theirs("a", 1),
                theirs("b", 2),
                message("c", true, 3, Fate.DELIVERED),
                theirs("d", 4)),
            true,
            true);
    assertThat(exchange.firstUnread(2).id()).isEqualTo("b");
    assertThat(exchange.firstUnread(0)).isNull();
    assertThat(exchange.firstUnread(9)).isNull();
  }
}
