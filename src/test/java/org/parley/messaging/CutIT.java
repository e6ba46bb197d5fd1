package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.network.Clocks;
import org.parley.store.TestProfile;

/** The network goes away in the middle of every PDU, in either direction. */
class CutIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static final int EVERY = 97; // each PDU, of 200 bytes or more, is cut in several places

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;
  private Scissors wire;

  @BeforeEach
  void meet() throws Exception {
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    wire = new Scissors(bob.listen());
    alice.knows("bob", wire.port(), PASSWORD);
    bob.knows("alice", 1, PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    wire.close();
    alice.close();
    bob.close();
  }

  @Test
  void a_cut_anywhere_costs_a_try_and_neither_loses_nor_doubles_a_message() throws Exception {
    List<String> texts = new ArrayList<>();
    int there = cutEverywhere(true, texts);
    int back = cutEverywhere(false, texts);
    assertThat(there).as("tries that were cut on the way there").isGreaterThan(20);
    assertThat(back).as("tries that were cut on the way back").isGreaterThan(15);
    bob.messenger.stopListening();
    assertThat(bob.messages()).extracting(Message::text).containsExactlyElementsOf(texts);
    assertThat(alice.messages())
        .hasSameSizeAs(texts)
        .extracting(Message::fate)
        .containsOnly(Fate.DELIVERED);
    assertThat(TestProfile.verify(alice.journal).findings()).isEmpty();
    assertThat(TestProfile.verify(bob.journal).findings()).isEmpty();
  }

  /** One message a place, until the cut comes after all is said; gives how many tries failed. */
  private int cutEverywhere(boolean there, List<String> texts) throws Exception {
    Set<FailureKind> told = new TreeSet<>();
    int failed = 0;
    for (int bytes = 0; true; bytes += EVERY) {
      String text = (there ? "there " : "back ") + bytes;
      texts.add(text);
      wire.cutAfter(bytes, there, bytes % 2 == 0);
      alice.messenger.send(bob.name, text, true);
      Delivery first = alice.messenger.deliver(bob.name, new Cancellation());
      if (first.failure() == null) {
        assertThat(told).containsExactly(FailureKind.CLOSED_ON_THE_WAY);
        return failed;
      }
      told.add(first.failure().kind());
      failed++;
      assertThat(alice.messages().get(texts.size() - 1).fate()).isEqualTo(Fate.WAITING);
      wire.mend();
      assertThat(alice.messenger.deliver(bob.name, new Cancellation()))
          .as(text)
          .isEqualTo(new Delivery(1, null));
    }
  }
}
