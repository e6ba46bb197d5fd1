package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.entry;
import static org.parley.store.TestProfile.id;
import static org.parley.store.TestProfile.received;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.LocalTypes;
import org.parley.journal.Progress;
import org.parley.journal.search.ConversationRef;
import org.parley.journal.search.Fate;
import org.parley.journal.search.MessageIndex;
import org.parley.journal.search.MessageRef;
import org.parley.journal.search.Refusal;

class MessageIndexIT {
  @TempDir Path root;
  private TestProfile profile;

  @BeforeEach
  void profile() throws Exception {
    profile = new TestProfile(root);
    profile.create().close();
  }

  private static Entry sent(String peer, String session, String id, String text) {
    return entry(Direction.SENT, peer, session, "text", id, "sent", "{}", text);
  }

  private static Entry answer(
      String peer, String session, String type, String outcome, String pdu) {
    return entry(Direction.RECEIVED, peer, session, type, null, outcome, pdu, null);
  }

  private static List<Long> seqs(List<MessageRef> refs) {
    return refs.stream().map(MessageRef::seq).toList();
  }

  private static MessageIndex built(Journal journal) throws Exception {
    MessageIndex index = new MessageIndex(journal);
    assertThat(index.build(Progress.NONE)).isTrue();
    return index;
  }

  /** Rows of several conversations, whose index must be the same built before or after. */
  private static void talk(Journal journal) throws Exception {
    commit(
        journal,
        received("bob", id(1), "hi"), // 0
        answer("bob", "s1", "ack", "ok", "{}"), // 1: of the handshake
        sent("bob", "s1", id(2), "delivered"), // 2
        answer("bob", "s1", "ack", "ok", "{}"), // 3
        sent("eve", "s2", id(3), "refused, then delivered"), // 4
        answer("eve", "s2", "nack", "ok", "{\"header\":{\"reason\":\"storage\"}}"), // 5
        sent("eve", "s3", id(3), null), // 6
        answer("eve", "s3", "ack", "ok", "{}"), // 7
        sent("bob", "s4", id(4), "answered by a forgery"), // 8
        answer("bob", "s4", "ack", "rejected: hmac_val", "{}"), // 9
        sent("bob", "s5", id(5), "refused"), // 10
        answer("bob", "s5", "nack", "ok", "{\"header\":{\"reason\":\"refused\"}}"), // 11
        received("eve", id(2), "the same id the other way"), // 12
        answer("eve", "s9", "text", "again", "{}"), // 13
        sent("zoe", "s6", id(6), "unanswered")); // 14
  }

  private static void check(MessageIndex index) {
    assertThat(index.complete()).isTrue();
    assertThat(seqs(index.newestFirst(Long.MAX_VALUE, 99)))
        .containsExactly(14L, 12L, 10L, 8L, 4L, 2L, 0L);
    assertThat(seqs(index.newestFirst(10, 2))).containsExactly(8L, 4L);
    assertThat(seqs(index.oldestFirst(0, 3))).containsExactly(0L, 2L, 4L);
    assertThat(seqs(index.oldestFirst(9, 99))).containsExactly(10L, 12L, 14L);
    assertThat(seqs(index.ofPeer("bob", Long.MAX_VALUE, 2))).containsExactly(10L, 8L);
    assertThat(seqs(index.ofPeer("bob", 8, 9))).containsExactly(2L, 0L);
    assertThat(index.ofPeer("nobody", Long.MAX_VALUE, 9)).isEmpty();
    assertThat(index.sent("bob", id(2)).fate()).isEqualTo(Fate.DELIVERED);
    assertThat(index.sent("eve", id(3)).fate()).isEqualTo(Fate.DELIVERED);
    assertThat(index.sent("bob", id(4)).fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(index.sent("bob", id(5)).fate()).isEqualTo(Fate.REFUSED);
    assertThat(index.sent("bob", id(5)).refusal()).isEqualTo(Refusal.REFUSED);
    assertThat(index.sent("zoe", id(6)).fate()).isEqualTo(Fate.UNKNOWN);
    assertThat(index.sent("eve", id(2))).isNull();
    assertThat(index.received("eve", id(2)).seq()).isEqualTo(12);
    assertThat(index.message(8).id()).isEqualTo(id(4));
    assertThat(index.message(9)).isNull();
    assertThat(index.message(99)).isNull();
    List<ConversationRef> conversations = index.conversations();
    assertThat(conversations)
        .extracting(ConversationRef::peer)
        .containsExactly("zoe", "eve", "bob");
    assertThat(conversations.get(2).last().seq()).isEqualTo(10);
    assertThat(conversations.get(2).messages()).isEqualTo(4);
    assertThat(conversations.get(2).received()).isEqualTo(1);
    assertThat(index.receivedAfter("bob", -1)).isEqualTo(1);
    assertThat(index.receivedAfter("bob", 0)).isZero();
    assertThat(index.firstReceivedAfter("bob", -1).seq()).isZero();
    assertThat(index.firstReceivedAfter("bob", 0)).isNull();
  }

  @Test
  void it_is_the_same_built_from_the_journal_and_kept_in_step() throws Exception {
    try (Journal journal = profile.open()) {
      MessageIndex before = new MessageIndex(journal);
      assertThat(before.complete()).isFalse();
      before.build(Progress.NONE);
      talk(journal);
      check(before);
      check(built(journal));
    }
    try (Journal journal = profile.open()) {
      check(built(journal));
    }
  }

  @Test
  void a_removed_message_stays_one_without_its_content() throws Exception {
    try (Journal journal = profile.open()) {
      talk(journal);
      MessageIndex live = built(journal);
      assertThat(live.receivedAfter("eve", 4)).isEqualTo(1);
      assertThat(live.firstReceivedAfter("eve", 4).seq()).isEqualTo(12);
      commit(journal, remove(8, "bob", id(4), null), remove(12, "eve", id(2), "AAAA"));
      assertThat(live.message(8).removed()).isTrue();
      assertThat(live.message(12).removed()).isTrue();
      assertThat(live.receivedAfter("eve", 4)).isZero();
      assertThat(live.firstReceivedAfter("eve", 4)).isNull();
    }
    Damage.empty(profile, 8);
    Damage.empty(profile, 12);
    try (Journal journal = profile.open()) {
      MessageIndex index = built(journal);
      check(index);
      assertThat(index.message(8).removed()).isTrue();
      assertThat(index.message(8).direction()).isEqualTo(Direction.SENT);
      assertThat(index.message(12).direction()).isEqualTo(Direction.RECEIVED);
      assertThat(index.message(10).removed()).isFalse();
    }
  }

  private static Entry remove(long of, String peer, String id, String body) {
    Entry any = received("x", "x");
    return new Entry(
        any.time(),
        Direction.LOCAL,
        peer,
        null,
        null,
        LocalTypes.REMOVE,
        id,
        null,
        "noted",
        null,
        null,
        body,
        null,
        of);
  }

  @Test
  void building_can_be_cancelled_and_goes_on_while_the_journal_grows() throws Exception {
    try (Journal journal = profile.open()) {
      for (int i = 0; i < 4; i++) {
        List<Entry> entries = new ArrayList<>();
        for (int m = 0; m < 100; m++) {
          entries.add(received("bob", "m"));
        }
        commit(journal, entries.toArray(new Entry[0]));
      }
      MessageIndex index = new MessageIndex(journal);
      int[] pages = new int[1];
      Progress stopAfterOne =
          new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean cancelled() {
              return pages[0]++ == 1;
            }
          };
      assertThat(index.build(stopAfterOne)).isFalse();
      assertThat(index.complete()).isFalse();
      assertThat(index.oldestFirst(0, 1000)).hasSize(128);
      commit(journal, received("bob", "meanwhile"));
      assertThat(index.oldestFirst(0, 1000)).hasSize(128);
      assertThat(index.build(Progress.NONE)).isTrue();
      commit(journal, received("bob", "later"));
      assertThat(index.oldestFirst(0, 1000)).hasSize(402);
      index.close();
      commit(journal, received("bob", "after it was closed"));
      assertThat(index.complete()).as("it does not claim that there is nothing").isFalse();
      assertThat(index.oldestFirst(0, 1000)).as("nothing of it stays in memory").isEmpty();
    }
  }

  @Test
  void a_damaged_row_is_left_out_and_the_others_are_there() throws Exception {
    profile = new TestProfile(root.resolve("d")).filled(5);
    Damage.flip(profile, "sealed", 2, 50);
    try (Journal journal = profile.open()) {
      assertThat(seqs(built(journal).oldestFirst(0, 9))).containsExactly(0L, 1L, 3L, 4L);
    }
  }
}
