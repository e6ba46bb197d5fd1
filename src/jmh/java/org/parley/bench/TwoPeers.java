package org.parley.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.journal.JournalFiles;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Delivery;
import org.parley.messaging.TestPeer;
import org.parley.network.Clocks;

/** Alice, who sends, and Bob: wired as in the program, over loopback. */
final class TwoPeers implements AutoCloseable {
  private static final String PASSWORD = "correct horse battery staple";

  final TestPeer alice;
  final TestPeer bob;

  TwoPeers(Path folder, UnaryOperator<JournalFiles> between) throws Exception {
    alice = new TestPeer("alice", folder.resolve("alice"), Clocks.system(), between);
    bob = new TestPeer("bob", folder.resolve("bob"), Clocks.system(), between);
    alice.knows("bob", bob.listen(), PASSWORD);
    bob.knows("alice", alice.listen(), PASSWORD);
  }

  /**
   * Delivers the texts, each by a connection of its own, one after the other; the seconds from the
   * first connect to the last acknowledgement. They lie in the outbox before.
   */
  double deliver(List<String> texts) throws Exception {
    for (String text : texts) {
      alice.messenger.send(bob.name, text, true);
    }
    long begin = System.nanoTime();
    Delivery delivery = alice.messenger.deliver(bob.name, new Cancellation());
    double seconds = Scratch.since(begin);
    if (delivery.failure() != null || delivery.delivered() != texts.size()) {
      throw new IllegalStateException("not delivered: " + delivery);
    }
    alice.changes.clear();
    bob.changes.clear();
    return seconds;
  }

  @Override
  public void close() throws Exception {
    alice.close();
    bob.close();
  }
}
