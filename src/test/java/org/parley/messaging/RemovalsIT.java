package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Progress;
import org.parley.network.Clocks;

class RemovalsIT {
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir Path folder;
  private TestPeer alice;
  private TestPeer bob;

  @BeforeEach
  void meet() throws Exception {
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    alice.knows("bob", bob.listen(), PASSWORD);
    bob.knows("alice", alice.listen(), PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    alice.close();
    bob.close();
  }

  private void say(String text) throws Exception {
    alice.messenger.send(bob.name, text, true);
    assertThat(alice.messenger.deliver(bob.name, new Cancellation()).failure()).isNull();
  }

  private static long seqOf(TestPeer peer, String text) throws Exception {
    return peer.messages().stream()
        .filter(m -> m.text().equals(text))
        .mapToLong(Message::seq)
        .findFirst()
        .orElseThrow();
  }

  private static List<Fate> fates(TestPeer peer) throws Exception {
    return peer.messages().stream().map(Message::fate).toList();
  }

  private static List<Message> found(TestPeer peer, String text) throws Exception {
    return peer
        .history
        .search(new HistoryQuery(null, text, null, null, null, null))
        .next(10)
        .hits()
        .stream()
        .map(HistoryHit::message)
        .toList();
  }

  @Test
  void a_removed_message_is_told_shown_as_such_and_not_found_any_more() throws Exception {
    say("the weather");
    say("a secret plan");
    assertThat(found(alice, "secret")).hasSize(1);
    alice.removals.remove(List.of(seqOf(alice, "a secret plan")));
    assertThat(alice.next(m -> m.fate() == Fate.REMOVED).text()).isEmpty();
    assertThat(fates(alice)).containsExactly(Fate.DELIVERED, Fate.REMOVED);
    assertThat(found(alice, "secret")).isEmpty();
    assertThat(found(bob, "secret")).hasSize(1);
    bob.removals.remove(List.of(seqOf(bob, "a secret plan")));
    assertThat(found(bob, "secret")).isEmpty();
    assertThat(fates(bob)).containsExactly(Fate.RECEIVED, Fate.REMOVED);
  }

  @Test
  void what_may_still_be_delivered_is_withdrawn_first_and_then_goes_from_the_outbox_too()
      throws Exception {
    bob.knows("nobody", alice.messenger.port(), PASSWORD);
    bob.messenger.stopListening();
    String id = alice.messenger.send(bob.name, "not yet there", true);
    assertThat(alice.removals.discard(id)).isFalse();
    alice.messenger.cancel(id);
    assertThat(alice.removals.discard(id)).isTrue();
    assertThat(alice.messages()).isEmpty();
    assertThat(alice.removals.discard(id)).isFalse();
  }

  @Test
  void a_row_that_is_no_message_is_refused_and_the_others_stay() throws Exception {
    say("first");
    RemovalException refused =
        catchThrowableOfType(
            RemovalException.class,
            () -> alice.removals.remove(List.of(seqOf(alice, "first"), 0L)));
    assertThat(refused.kind()).isEqualTo(RemovalException.Kind.NO_MESSAGE);
    assertThat(refused.seq()).isZero();
    assertThat(fates(alice)).containsExactly(Fate.DELIVERED);
  }

  @Test
  void removed_messages_beside_one_are_counted_up_to_what_still_waits_between() throws Exception {
    for (int i = 0; i < 6; i++) {
      say("message " + i);
    }
    bob.messenger.stopListening();
    alice.messenger.send(bob.name, "waits", true);
    bob.messenger.send(alice.name, "comes after", true);
    assertThat(bob.messenger.deliver(alice.name, new Cancellation()).failure()).isNull();
    List<Message> all = alice.messages();
    assertThat(all).extracting(Message::text).endsWith("message 5", "waits", "comes after");
    for (int i : List.of(1, 2, 3, 5, 7)) {
      alice.removals.remove(List.of(all.get(i).seq()));
    }
    all = alice.messages();
    assertThat(alice.history.removedBefore("bob", all.get(4)))
        .isEqualTo(new RemovedRun(3, all.get(1)));
    assertThat(alice.history.removedBefore("bob", all.get(3)))
        .isEqualTo(new RemovedRun(2, all.get(1)));
    assertThat(alice.history.removedAfter("bob", all.get(0)))
        .isEqualTo(new RemovedRun(3, all.get(3)));
    assertThat(alice.history.removedAfter("bob", all.get(3))).isEqualTo(new RemovedRun(0, null));
    assertThat(alice.history.removedBefore("bob", all.get(1))).isEqualTo(new RemovedRun(0, null));
    assertThat(alice.history.removedAfter("bob", all.get(5)))
        .as("what waits stands between")
        .isEqualTo(new RemovedRun(0, null));
    assertThat(alice.history.removedBefore("bob", all.get(7))).isEqualTo(new RemovedRun(0, null));
    assertThat(alice.history.removedBefore("bob", all.get(6)))
        .isEqualTo(new RemovedRun(1, all.get(5)));
    assertThat(alice.history.removedAfter("bob", all.get(6)))
        .isEqualTo(new RemovedRun(1, all.get(7)));
  }

  @Test
  void a_conversation_is_cleared_but_for_what_still_waits() throws Exception {
    for (int i = 0; i < 5; i++) {
      say("message " + i);
    }
    alice.removals.remove(List.of(seqOf(alice, "message 2")));
    bob.messenger.stopListening();
    String failed = alice.messenger.send(bob.name, "withdrawn", true);
    alice.messenger.cancel(failed);
    alice.messenger.send(bob.name, "waits", true);
    Cleared cleared = alice.removals.clear("bob", Progress.NONE);
    assertThat(cleared).isEqualTo(new Cleared(4, 1, 0, true));
    assertThat(alice.messages()).extracting(Message::text).containsOnly("", "waits");
    assertThat(fates(alice)).hasSize(6).filteredOn(f -> f == Fate.REMOVED).hasSize(5);
  }

  @Test
  void a_removal_asks_once_for_the_file_to_be_written_anew_also_after_a_restart() throws Exception {
    say("goes");
    alice.removals.remove(List.of(seqOf(alice, "goes")));
    alice.close();
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    Object before = file();
    alice.removals.compact();
    Object anew = file();
    assertThat(anew).isNotEqualTo(before);
    assertThat(fates(alice)).containsExactly(Fate.REMOVED);
    alice.removals.compact(); // nothing asks any more
    assertThat(file()).isEqualTo(anew);
  }

  /** Which file it is: one that was written anew is another. */
  private Object file() throws Exception {
    return Files.readAttributes(folder.resolve("a/journal.mv.db"), BasicFileAttributes.class)
        .fileKey();
  }
}
