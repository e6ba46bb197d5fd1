package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.network.Clocks;
import org.parley.store.TestProfile;

/** Many who mean no good come from alice's own address while alice talks to bob. */
class FloodIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static final int MESSAGES = 9;
  private static final long MOST_MILLIS = 10_000;
  private static final int MOST_THREADS = 300; // 256 connections, and what else there is
  private static final long MOST_HEAP = 48L << 20;
  private static final byte[] WRONG = new byte[32];

  @TempDir private Path folder;
  private final List<AutoCloseable> held = new ArrayList<>();
  private final ExecutorService attackers = Executors.newCachedThreadPool();
  private TestPeer alice;
  private TestPeer bob;
  private int port;

  @BeforeEach
  void meet() throws Exception {
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    port = bob.listen();
    alice.knows("bob", port, PASSWORD);
    bob.knows("alice", 1, PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    attackers.shutdownNow();
    for (AutoCloseable each : held) {
      each.close();
    }
    attackers.awaitTermination(20, TimeUnit.SECONDS);
    alice.close();
    bob.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    synchronized (held) {
      held.add(socket);
    }
    return socket;
  }

  /** Alice's messages, one after the other; prints the median and asserts the longest. */
  private void aliceIsServed(String during) throws Exception {
    aliceIsServed(during, MESSAGES);
  }

  private void aliceIsServed(String during, int messages) throws Exception {
    long[] millis = new long[messages];
    for (int i = 0; i < messages; i++) {
      long begin = System.nanoTime();
      alice.messenger.send(bob.name, during + " " + i, true);
      Delivery delivery = alice.messenger.deliver(bob.name, new Cancellation());
      while (delivery.failure() != null && millisSince(begin) < MOST_MILLIS) {
        delivery = alice.messenger.deliver(bob.name, new Cancellation()); // as the outbox would
      }
      assertThat(delivery.failure()).as(during).isNull();
      millis[i] = millisSince(begin);
    }
    Arrays.sort(millis);
    System.out.printf(
        "%s: median %d ms, longest %d ms%n", during, millis[messages / 2], millis[messages - 1]);
    assertThat(millis[messages - 1]).as(during).isLessThan(MOST_MILLIS);
    assertThat(bob.messages()).hasSize(messages);
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long files() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getOpenFileDescriptorCount();
  }

  private static long inboundThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("parley-inbound"))
        .count();
  }

  /** Again and again until the test ends, by so many at once. */
  private void again(int threads, Attack attack) {
    for (int i = 0; i < threads; i++) {
      int number = i;
      attackers.execute(
          () -> {
            for (int n = 0; !attackers.isShutdown(); n++) {
              attempt(attack, number, n);
            }
          });
    }
  }

  private static void attempt(Attack attack, int number, int time) {
    try {
      attack.run(number, time);
    } catch (IOException e) {
      return; // left, reset, or no place: the next one
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Attack {
    void run(int attacker, int time) throws Exception;
  }

  @Test
  void while_connections_are_held_open_by_the_hundred() throws Exception {
    long heapBefore = heap();
    long filesBefore = files();
    for (int i = 0; i < 400; i++) {
      connect();
    }
    aliceIsServed("400 idle connections");
    assertThat(inboundThreads()).isLessThan(MOST_THREADS);
    for (AutoCloseable each : held) {
      each.close();
    }
    bob.messenger.stopListening();
    assertThat(heap() - heapBefore).isLessThan(MOST_HEAP);
    assertThat(files()).as("files and sockets").isLessThan(filesBefore + 20);
  }

  /** Waits a moment for an answer that does not come. */
  private static boolean ended(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void while_slow_senders_give_a_byte_at_a_time() throws Exception {
    byte[] dh1;
    try (RawPeer raw = RawPeer.dial(port, "eve", "bob", WRONG)) {
      dh1 = RawPdu.line(raw.own(1));
    }
    again(
        60,
        (attacker, time) -> {
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            for (byte each : dh1) {
              socket.getOutputStream().write(each);
              socket.setSoTimeout(20);
              if (ended(socket)) {
                return; // at the deadline
              }
            }
          }
        });
    aliceIsServed("60 slow senders");
    assertThat(inboundThreads()).isLessThan(MOST_THREADS);
  }

  @Test
  void while_garbage_and_handshakes_that_stop_half_way_come_in_a_storm() throws Exception {
    AtomicInteger storm = new AtomicInteger();
    again(
        4,
        (attacker, time) -> {
          storm.incrementAndGet();
          if (time % 2 == 0) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
              socket.getOutputStream().write(RawPdu.ascii("GET / HTTP/1.1\r\n\r\n"));
            }
          } else {
            try (RawPeer raw = RawPeer.dial(port, "eve" + attacker, "bob", WRONG)) {
              raw.through(1); // bob computes, eve leaves
            }
          }
        });
    aliceIsServed("a dialling storm");
    attackers.shutdownNow();
    bob.messenger.stopListening();
    assertThat(storm.get()).isGreaterThan(50);
    assertThat(bob.rows().size()).as("rows").isLessThan(600 * 4 + 12 * MESSAGES + 100);
  }

  @Test
  void while_wrong_passwords_come_by_the_thousand_and_the_user_is_told_once() throws Exception {
    long heapBefore = heap();
    AtomicInteger failures = new AtomicInteger();
    Semaphore many = new Semaphore(0);
    again(
        6,
        (attacker, time) -> {
          // One in two under alice's own name, whose honest connection then has to wait, too.
          String name = time % 2 == 0 ? "alice" : "eve" + attacker + "x" + time;
          try (RawPeer raw = RawPeer.dial(port, name, "bob", WRONG)) {
            raw.through(3);
            raw.read();
            failures.incrementAndGet();
            many.release();
          }
        });
    again(
        2,
        (attacker, time) -> {
          try (RawPeer raw = RawPeer.dial(port, "mallory" + attacker + "x" + time, "bob", WRONG)) {
            raw.through(3);
            raw.read();
            failures.incrementAndGet();
            many.release();
          }
        });
    // First so many that her name has to wait as long as any.
    assertThat(many.tryAcquire(500, 60, TimeUnit.SECONDS)).isTrue();
    aliceIsServed("wrong passwords", 3);
    assertThat(many.tryAcquire(500, 60, TimeUnit.SECONDS)).isTrue();
    attackers.shutdownNow();
    assertThat(attackers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    bob.messenger.stopListening();
    System.out.printf("%d wrong passwords%n", failures.get());
    assertThat(bob.strangers)
        .as("what the user is told within a minute or two")
        .hasSizeBetween(1, 3);
    assertThat(bob.rows().size()).isLessThan(600 * 4 + 12 * MESSAGES + 100);
    assertThat(heap() - heapBefore).isLessThan(MOST_HEAP);
    long size = Files.size(folder.resolve("b").resolve("journal.mv.db"));
    assertThat(size).as("the journal's file").isLessThan(16L << 20);
    assertThat(TestProfile.verify(bob.journal).findings()).isEmpty();
  }
}
