package org.parley.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.journal.Direction;

class MessageTableTest {
  private final MessageTable table = new MessageTable();

  @Test
  void many_messages_are_found_by_peer_and_id_and_by_row() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<String, Integer> slots = new HashMap<>();
    Instant time = Instant.parse("2026-07-01T09:30:00.120Z");
    for (int i = 0; i < 20_000; i++) {
      String id = new UUID(random.nextLong(), random.nextLong()).toString();
      String peer = "peer" + i % 7;
      int slot =
          table.add(3L * i, time, i % 2 == 0 ? Direction.SENT : Direction.RECEIVED, peer, id);
      slots.put(peer + " " + id, slot);
    }
    slots.forEach(
        (name, slot) -> {
          String peer = name.substring(0, name.indexOf(' '));
          String id = name.substring(name.indexOf(' ') + 1);
          MessageRef ref = table.ref(slot);
          assertThat(ref.id()).isEqualTo(id);
          assertThat(ref.peer()).isEqualTo(peer);
          assertThat(ref.time()).isEqualTo(time);
          assertThat(table.find(ref.direction(), peer, id)).as("seed %d", seed).isEqualTo(slot);
          Direction other = ref.direction() == Direction.SENT ? Direction.RECEIVED : Direction.SENT;
          assertThat(table.find(other, peer, id)).isEqualTo(MessageTable.NONE);
          assertThat(table.find(ref.direction(), "nobody", id)).isEqualTo(MessageTable.NONE);
          assertThat(table.at(ref.seq())).isEqualTo(slot);
          assertThat(table.at(ref.seq() + 1)).isEqualTo(MessageTable.NONE);
        });
  }

  @Test
  void an_id_that_is_no_uuid_is_kept_as_it_is() {
    for (String id : new String[] {"x", "1-1-1-1-1", "0A000000-0000-4000-8000-000000000000", ""}) {
      int slot = table.add(table.size(), Instant.EPOCH, Direction.SENT, "bob", id);
      assertThat(table.ref(slot).id()).isEqualTo(id);
      assertThat(table.find(Direction.SENT, "bob", id)).isEqualTo(slot);
    }
    int slot = table.add(9, Instant.EPOCH, Direction.SENT, "bob", null);
    assertThat(table.ref(slot).id()).isNull();
  }

  @Test
  void delivered_stays_delivered_and_a_later_refusal_replaces_an_earlier_one() {
    int slot = table.add(0, Instant.EPOCH, Direction.SENT, "bob", "x");
    for (Refusal refusal : Refusal.values()) {
      table.setRefused(slot, refusal);
      assertThat(table.ref(slot).fate()).isEqualTo(Fate.REFUSED);
      assertThat(table.ref(slot).refusal()).isEqualTo(refusal);
    }
    table.setDelivered(slot);
    table.setRefused(slot, Refusal.STORAGE);
    assertThat(table.ref(slot).fate()).isEqualTo(Fate.DELIVERED);
    assertThat(table.ref(slot).refusal()).isNull();
  }

  @Test
  void a_placeholder_that_is_filled_late_takes_its_place_among_its_peers() {
    table.add(0, Instant.EPOCH, Direction.SENT, "bob", "a");
    int late = table.addPlaceholder(1, Instant.EPOCH);
    table.add(2, Instant.EPOCH, Direction.SENT, "bob", "c");
    assertThat(table.isPlaceholder(late)).isTrue();
    table.fill(late, Direction.RECEIVED, "bob", "b");
    IntList slots = table.slots("bob");
    assertThat(new int[] {slots.get(0), slots.get(1), slots.get(2)}).containsExactly(0, 1, 2);
    assertThat(table.received("bob")).isEqualTo(1);
  }

  @Test
  void the_reason_of_a_nack_is_read_from_its_pdu() {
    assertThat(Refusal.in("{\"header\":{\"reason\":\"storage\"}}")).isEqualTo(Refusal.STORAGE);
    assertThat(Refusal.in("{\"header\":{\"reason\":\"protocol\"}}")).isEqualTo(Refusal.PROTOCOL);
    assertThat(Refusal.in("{\"header\":{\"reason\":\"new\"}}")).isEqualTo(Refusal.REFUSED);
    assertThat(Refusal.in("{\"header\":{}}")).isEqualTo(Refusal.REFUSED);
    assertThat(Refusal.in("base64:AA==")).isEqualTo(Refusal.REFUSED);
    assertThat(Refusal.in(null)).isEqualTo(Refusal.REFUSED);
  }

  @Test
  void a_message_takes_less_than_60_bytes() {
    int messages = 400_000;
    Random random = new Random(1);
    System.gc();
    long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    for (int i = 0; i < messages; i++) {
      table.add(
          i,
          Instant.EPOCH,
          Direction.SENT,
          "peer" + i % 20,
          new UUID(random.nextLong(), random.nextLong()).toString());
    }
    System.gc();
    long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertThat((after - before) / messages).isLessThan(60);
    assertThat(table.size()).isEqualTo(messages);
  }
}
