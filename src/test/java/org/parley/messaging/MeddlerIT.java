package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.network.Clocks;

/** Somebody on the way between alice and bob changes a bit. */
class MeddlerIT {
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;
  private Meddler meddler;

  @BeforeEach
  void meet() throws Exception {
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    meddler = new Meddler(bob.listen());
    alice.knows("bob", meddler.port(), PASSWORD);
    bob.knows("alice", 1, PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    meddler.close();
    alice.close();
    bob.close();
  }

  /** What alice is told when that PDU, of twelve, arrives changed; null: nothing, it is there. */
  private static FailureKind told(int step) {
    return switch (step) {
      case 2, 4, 6, 8, 11 -> null; // she sees it herself, and tries once more at once
      case 10 -> null; // bob says so, and she tries once more at once
      case 12 -> null; // too late to matter
      default -> FailureKind.CLOSED_ON_THE_WAY;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void a_bit_changed_anywhere_is_found_noted_and_costs_no_message(int step) throws Exception {
    String[] texts = {"first byte", "middle", "late"};
    for (int part = 0; part < texts.length; part++) {
      meddler.flip(step, part);
      alice.messenger.send(bob.name, texts[part], true);
      Delivery first = alice.messenger.deliver(bob.name, new Cancellation());
      FailureKind told = first.failure() == null ? null : first.failure().kind();
      assertThat(told).as(texts[part] + " of " + step).isEqualTo(told(step));
      if (told != null) {
        assertThat(alice.messenger.deliver(bob.name, new Cancellation()).delivered()).isEqualTo(1);
      }
    }
    bob.messenger.stopListening();
    assertThat(bob.messages()).extracting(Message::text).containsExactly(texts);
    assertThat(alice.messages())
        .extracting(m -> m.text() + m.fate())
        .containsExactly("first byteDELIVERED", "middleDELIVERED", "lateDELIVERED");
    TestPeer receiver = List.of(2, 4, 6, 8, 11).contains(step) ? alice : bob;
    List<String> found =
        receiver.rows().stream()
            .filter(r -> r.direction() == Direction.RECEIVED)
            .map(Entry::outcome)
            .filter(o -> o.startsWith("rejected"))
            .toList();
    // What is no PDU of a connection that did not authenticate leaves no row, and by chance that
    // can be all three.
    int rows = receiver == bob && step <= 5 ? 0 : 3;
    assertThat(found)
        .hasSizeBetween(rows, 3)
        .allMatch(o -> o.matches("rejected: (json|shape|crc)"), "found before any key is touched");
  }

  @Test
  void a_text_that_is_damaged_each_time_is_tried_twice_and_then_waits() throws Exception {
    meddler.flipAlways(10);
    alice.messenger.send(bob.name, "hello", true);
    assertThat(alice.messenger.deliver(bob.name, new Cancellation()))
        .isEqualTo(new Delivery(0, Failure.of(FailureKind.DAMAGED)));
    assertThat(meddler.connections()).isEqualTo(2);
    Message waiting = alice.messages().get(0);
    assertThat(waiting.fate()).isEqualTo(Fate.WAITING);
    assertThat(Objects.requireNonNull(waiting.failure()).kind()).isEqualTo(FailureKind.DAMAGED);
    assertThat(bob.messages()).isEmpty();
  }

  @Test
  void a_text_of_64_kib_damaged_at_its_beginning_is_answered_all_the_same() throws Exception {
    meddler.flip(10, 0);
    alice.messenger.send(bob.name, "x".repeat(65_536), true);
    assertThat(alice.messenger.deliver(bob.name, new Cancellation()))
        .isEqualTo(new Delivery(1, null));
    assertThat(bob.messages()).hasSize(1);
  }
}
