package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.StateChange;
import org.parley.network.Clocks;
import org.parley.settings.StateId;
import org.parley.settings.StateKind;

/** What the owner keeps about a conversation, and what blocking somebody does on the wire. */
class PeerNotesIT {
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;
  private int bobPort;

  @BeforeEach
  void meet() throws Exception {
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    bobPort = bob.listen();
    alice.knows("bob", bobPort, PASSWORD);
    bob.knows("alice", alice.listen(), PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    alice.close();
    bob.close();
  }

  private Delivery aliceSays(String text) throws Exception {
    alice.messenger.send(bob.name, text, false);
    return alice.messenger.deliver(bob.name, new Cancellation());
  }

  private List<String> whatAliceSaw() throws Exception {
    return alice.rows().stream().map(Entry::msgType).toList();
  }

  @Test
  void who_is_blocked_is_answered_as_an_unknown_name_is() throws Exception {
    bob.messenger.block(alice.name, true);
    Delivery blocked = aliceSays("let me in");
    List<String> whenBlocked = whatAliceSaw();
    bob.messenger.block(alice.name, false);
    bob.forgetsEverybody();
    Delivery unknown = aliceSays("let me in");
    List<String> whenUnknown = whatAliceSaw().subList(whenBlocked.size(), whatAliceSaw().size());

    assertThat(blocked.failure()).isNotNull().isEqualTo(unknown.failure());
    assertThat(whenBlocked).isNotEmpty().isEqualTo(whenUnknown);
    assertThat(bob.messages()).isEmpty();
  }

  @Test
  void nobody_is_told_of_the_attempt_of_somebody_who_is_blocked() throws Exception {
    bob.messenger.block(alice.name, true);
    aliceSays("let me in");
    bob.messenger.stopListening(); // waits for the connection's end
    assertThat(bob.strangers).isEmpty();
  }

  @Test
  void who_is_let_in_again_is_heard() throws Exception {
    bob.messenger.block(alice.name, true);
    aliceSays("one");
    bob.messenger.block(alice.name, false);
    assertThat(aliceSays("two").failure()).isNull();
    assertThat(bob.messages()).extracting(Message::text).contains("two");
  }

  @Test
  void blocking_withdraws_what_waits() throws Exception {
    bob.messenger.stopListening();
    alice.messenger.send(bob.name, "never mind", true);
    alice.messenger.block(bob.name, true);
    assertThat(alice.messenger.waitingFor(bob.name)).isZero();
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.CANCELLED);
  }

  private void bobAnew() throws Exception {
    bob.close();
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    bob.listen(bobPort);
    bob.knows("alice", alice.messenger.port(), PASSWORD);
  }

  @Test
  void who_was_blocked_stays_so_where_the_note_cannot_be_read_until_the_owner_says_otherwise()
      throws Exception {
    bob.messenger.changeNote("alice", n -> n.withAlias("Al").withBlocked(true));
    byte[] row = StateId.named("contact/alice").bytes();
    StateChange garbage = new StateChange(StateKind.OTHER.number(), row, new byte[80]);
    bob.journal.commit(new Batch(List.of(), List.of(garbage), Durability.SYNC)).get();
    bobAnew();

    assertThat(bob.messenger.note("alice")).isEqualTo(PeerNote.NONE.withBlocked(true));
    assertThat(bob.messenger.note("carol")).isEqualTo(PeerNote.NONE);
    assertThat(aliceSays("let me in").failure()).isNotNull();
    assertThat(bob.messages()).isEmpty();

    bob.messenger.block(alice.name, false);
    assertThat(aliceSays("thank you").failure()).isNull();
    bobAnew();
    assertThat(bob.messenger.note("alice")).isEqualTo(PeerNote.NONE);
  }

  @Test
  void notes_survive_a_restart_and_none_leaves_no_row() throws Exception {
    alice.messenger.changeNote("bob", n -> n.withAlias("Bobby").withMuted(true));
    alice.messenger.changeNote("carol", n -> n.withUnread(true));
    alice.messenger.changeNote("carol", n -> n.withUnread(false));
    alice.messenger.part(bob.name);
    alice.messenger.changeNote("bob", n -> n.withAlias("Robert").withIgnoredAddress("10.0.0.9"));
    PeerNote before = alice.messenger.note("bob");
    alice.close();

    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());

    assertThat(alice.messenger.note("bob")).isEqualTo(before);
    assertThat(before.muted()).as("about the one before").isFalse();
    assertThat(before.alias()).isEqualTo("Robert");
    assertThat(before.partings()).hasSize(1);
    assertThat(before.partings().get(0)).isBefore(Instant.now().plusSeconds(1));
    assertThat(alice.messenger.note("carol")).isEqualTo(PeerNote.NONE);
  }
}
