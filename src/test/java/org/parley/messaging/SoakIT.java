package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.network.Clocks;
import org.parley.store.TestProfile;

/**
 * Two peers who talk for long, each started anew again and again, while strangers trouble them. At
 * the end they hold what they held at the beginning, and the messages. {@code
 * -Dparley.soak.seconds=3600} for an hour; it says as much as it can in that time.
 */
class SoakIT {
  private static final long SECONDS = Integer.getInteger("parley.soak.seconds", 15);
  private static final String PASSWORD = "correct horse battery staple";
  private static final int MESSAGES_A_ROUND = 20;
  private static final byte[] WRONG = new byte[32];

  /** Per message and side: in memory the index's share, on disk a connection's rows, compacted. */
  private static final long MOST_HEAP_A_MESSAGE = 4_096;

  private static final long MOST_DISK_A_MESSAGE = 48 << 10;
  private static final long FREE_HEAP = 12L << 20;

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;

  private record Held(long heap, int threads, long files) {
    static Held now() {
      System.gc();
      System.gc();
      return new Held(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getOpenFileDescriptorCount());
    }
  }

  private void open() throws Exception {
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    int bobs = bob.listen();
    int alices = alice.listen();
    alice.knows("bob", bobs, PASSWORD);
    bob.knows("alice", alices, PASSWORD);
    alice.messenger.startDelivering();
    bob.messenger.startDelivering();
  }

  private void close() throws Exception {
    alice.close();
    bob.close();
  }

  private int round(int number) throws Exception {
    open();
    trouble(alice.messenger.port(), "alice", number);
    trouble(bob.messenger.port(), "bob", number);
    for (int i = 0; i < MESSAGES_A_ROUND; i++) {
      say(alice, bob, number, i);
      say(bob, alice, number, i);
    }
    close();
    return 2 * MESSAGES_A_ROUND;
  }

  private static void say(TestPeer from, TestPeer to, int number, int i) throws Exception {
    from.messenger.send(to.name, "round " + number + ", message " + i, true);
    // The background may be quicker: then there is nothing left to do here.
    Delivery delivery = from.messenger.deliver(to.name, new Cancellation());
    assertThat(delivery.failure()).isNull();
  }

  /** Garbage, half handshakes, wrong passwords, and connections that say nothing. */
  private static void trouble(int port, String of, int number) throws Exception {
    for (int i = 0; i < 4; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write(RawPdu.ascii("GET /" + i + " HTTP/1.1\r\n\r\n"));
      }
      RawPeer.dial(port, "eve" + i, of, WRONG).through(1).close();
      fail(port, "eve" + number + "x" + i, of);
    }
  }

  private static void fail(int port, String name, String of) throws Exception {
    try (RawPeer eve = RawPeer.dial(port, name, of, WRONG)) {
      eve.through(3);
      eve.read();
    } catch (IOException e) {
      return; // reset: as well
    }
  }

  @Test
  void what_is_held_at_the_end_is_what_was_held_at_the_beginning_and_the_messages()
      throws Exception {
    int said = round(0) + round(1); // classes, pools and caches are there by now
    Held before = Held.now();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    int rounds = 2;
    while (System.nanoTime() < end) {
      said += round(rounds++);
    }
    Held after = Held.now();
    long disk = size("a") + size("b");
    System.out.printf(
        "%d messages in %d rounds: heap %d -> %d KiB, threads %d -> %d, files %d -> %d, disk %d B"
            + " a message%n",
        said,
        rounds,
        before.heap >> 10,
        after.heap >> 10,
        before.threads,
        after.threads,
        before.files,
        after.files,
        disk / said);
    assertThat(after.heap - before.heap).isLessThan(FREE_HEAP + MOST_HEAP_A_MESSAGE * said);
    assertThat(after.threads).isLessThanOrEqualTo(before.threads + 3);
    assertThat(after.files).isLessThanOrEqualTo(before.files + 3);
    assertThat(disk / said).isLessThan(MOST_DISK_A_MESSAGE);

    open();
    assertThat(alice.messages()).hasSize(said);
    assertThat(bob.messages()).hasSize(said);
    assertThat(TestProfile.verify(alice.journal).findings()).isEmpty();
    assertThat(TestProfile.verify(bob.journal).findings()).isEmpty();
    close();
  }

  private long size(String side) throws IOException {
    return Files.size(folder.resolve(side).resolve("journal.mv.db"));
  }
}
