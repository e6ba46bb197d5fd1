package org.parley.bench;

import java.nio.file.Path;
import java.util.List;
import org.parley.directory.ContactForm;
import org.parley.directory.Directory;
import org.parley.directory.Password;
import org.parley.messaging.Cancellation;
import org.parley.messaging.TestPeer;
import org.parley.network.Clocks;

/** From 100 waiting messages to 1,000: one more written, one delivered, the conversation shown. */
final class GrowthOfWaiting {
  private static final int RUNS = 15;
  private static final String PASSWORD = "correct horse battery staple";

  private GrowthOfWaiting() {}

  static void run() throws Exception {
    Path folder = Scratch.fresh();
    try (TestPeer alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
        TestPeer bob = new TestPeer("bob", folder.resolve("b"), Clocks.system())) {
      bob.knows("alice", 1, PASSWORD);
      // Carol is away, so that what is written to her waits; Bob is there.
      alice.messenger.directoryChanged(
          Directory.empty(alice.name).add(contact("carol", 1)).add(contact("bob", bob.listen())));
      alice.messenger.awaitSecrets();
      double[] few = measure(alice, bob, 100);
      double[] many = measure(alice, bob, 1_000);
      String of = " (100; 1,000 waiting)";
      Growth.print("message written, synced" + of, few[0], many[0]);
      Growth.print("message to another delivered" + of, few[1], many[1]);
      Growth.print("page of that conversation" + of, few[2], many[2]);
    } finally {
      Scratch.delete(folder);
    }
  }

  private static ContactForm contact(String name, int port) {
    return new ContactForm(
        name, "127.0.0.1", Integer.toString(port), Password.of(PASSWORD.toCharArray()));
  }

  private static double[] measure(TestPeer alice, TestPeer bob, int waiting) throws Exception {
    org.parley.name.PeerName carol = org.parley.name.PeerName.of("carol");
    while (alice.messenger.waitingFor(carol) < waiting) {
      alice.messenger.send(carol, "waits", true);
    }
    double written = Growth.median(RUNS, () -> alice.messenger.send(carol, "one more", true));
    Samples delivered = new Samples();
    for (int i = 0; i < RUNS; i++) {
      alice.messenger.send(bob.name, "hello", true);
      long begin = System.nanoTime();
      if (alice.messenger.deliver(bob.name, new Cancellation()).delivered() != 1) {
        throw new IllegalStateException("not delivered");
      }
      delivered.add(System.nanoTime() - begin);
    }
    double shown =
        Growth.median(
            RUNS,
            () -> {
              List<?> page = alice.history.page("carol", null, 50);
              if (page.size() != 50) {
                throw new IllegalStateException("no full page");
              }
            });
    return new double[] {written, delivered.percentile(50) / 1e3, shown};
  }
}
