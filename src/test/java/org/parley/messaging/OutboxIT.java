package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.directory.Endpoint;
import org.parley.network.Clocks;
import org.parley.session.Now;
import org.parley.words.Words;

/** What waits: until when, in what order, and who holds up whom. */
class OutboxIT {
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir private Path folder;
  private final AtomicLong skippedWall = new AtomicLong();
  private final Clocks clocks =
      () -> new Now(System.currentTimeMillis() + skippedWall.get(), System.nanoTime() / 1_000_000);
  private final List<AutoCloseable> open = new ArrayList<>();

  private TestPeer peer(String name, Clocks clocks) throws Exception {
    TestPeer peer = new TestPeer(name, folder.resolve(name), clocks);
    open.add(peer);
    return peer;
  }

  @AfterEach
  void part() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void fails(TestPeer alice, FailureKind kind) {
    Delivery delivery = alice.messenger.deliver(TestPeer.named("bob"), new Cancellation());
    assertThat(delivery.failure().kind()).isEqualTo(kind);
  }

  @Test
  void after_the_time_that_the_user_set_it_is_given_up_and_can_be_tried_anew() throws Exception {
    TestPeer alice = peer("alice", clocks);
    alice.knows("bob", closedPort(), PASSWORD);
    alice.messenger.giveUpAfter(Duration.ofHours(2));
    String first = alice.messenger.send(TestPeer.named("bob"), "first", true);
    alice.messenger.send(TestPeer.named("bob"), "second", true);
    fails(alice, FailureKind.CONNECTION_REFUSED);
    skippedWall.addAndGet(Duration.ofMinutes(119).toMillis());
    fails(alice, FailureKind.CONNECTION_REFUSED);
    assertThat(alice.messages()).extracting(Message::fate).containsOnly(Fate.WAITING);
    Instant end = Instant.ofEpochMilli(clocks.now().wallMillis()).plusSeconds(61);
    assertThat(alice.messages().get(0).nextTry()).as("a last try at the end").isBefore(end);

    skippedWall.addAndGet(Duration.ofMinutes(1).toMillis());
    fails(alice, FailureKind.CONNECTION_REFUSED);
    assertThat(alice.messages()).extracting(Message::fate).containsOnly(Fate.FAILED);
    Failure why = alice.messages().get(1).failure();
    assertThat(why.kind()).isEqualTo(FailureKind.GIVEN_UP);
    assertThat(why.sentence(Words.in(Locale.ENGLISH)))
        .isEqualTo(
            "Given up after 2 hours. The last try: Nothing listens there: their Parley is not"
                + " running, or uses another port.");

    alice.messenger.retry(first);
    fails(alice, FailureKind.CONNECTION_REFUSED);
    assertThat(alice.messages())
        .extracting(Message::fate)
        .containsExactly(Fate.WAITING, Fate.FAILED);
  }

  @Test
  void the_time_runs_on_through_a_restart_and_a_retry_begins_it_anew() throws Exception {
    int port = closedPort();
    try (TestPeer alice = new TestPeer("alice", folder.resolve("alice"), clocks)) {
      alice.knows("bob", port, PASSWORD);
      alice.messenger.send(TestPeer.named("bob"), "hello", true);
      fails(alice, FailureKind.CONNECTION_REFUSED);
    }
    skippedWall.addAndGet(Duration.ofHours(3).toMillis());
    TestPeer alice = peer("alice", clocks);
    alice.knows("bob", port, PASSWORD);
    alice.messenger.giveUpAfter(Duration.ofHours(2));
    assertThat(alice.messages().get(0).fate()).as("not untried").isEqualTo(Fate.WAITING);
    fails(alice, FailureKind.CONNECTION_REFUSED);
    Message failed = alice.messages().get(0);
    assertThat(failed.fate()).isEqualTo(Fate.FAILED);

    TestPeer bob = peer("bob", clocks);
    bob.knows("alice", 1, PASSWORD);
    bob.listen(port);
    alice.messenger.retry(failed.id());
    assertThat(alice.messenger.deliver(TestPeer.named("bob"), new Cancellation()).delivered())
        .isEqualTo(1);
    assertThat(bob.messages()).extracting(Message::id).containsExactly(failed.id());
  }

  @Test
  void a_clock_that_goes_back_a_year_gives_nothing_up_and_holds_nothing_up() throws Exception {
    TestPeer alice = peer("alice", clocks);
    int port = closedPort();
    alice.knows("bob", port, PASSWORD);
    alice.messenger.giveUpAfter(Duration.ofHours(1));
    alice.messenger.send(TestPeer.named("bob"), "hello", true);
    fails(alice, FailureKind.CONNECTION_REFUSED);
    skippedWall.addAndGet(-Duration.ofDays(365).toMillis());
    TestPeer bob = peer("bob", clocks);
    bob.knows("alice", 1, PASSWORD);
    bob.listen(port);
    alice.messenger.startDelivering(); // next try: in a year, as it was noted
    assertThat(alice.next(m -> m.fate() == Fate.DELIVERED)).isNotNull();
    assertThat(bob.messages()).hasSize(1);
  }

  @Test
  void contacts_who_hold_their_connections_do_not_hold_up_the_others() throws Exception {
    ServerSocket hostile = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    open.add(hostile);
    Set<Socket> held = ConcurrentHashMap.newKeySet();
    CountDownLatch connected = new CountDownLatch(Turns.FOR_SLOW + 2);
    hold(hostile, held, connected);
    TestPeer alice = peer("alice", Clocks.system());
    TestPeer bob = peer("bob", Clocks.system());
    bob.knows("alice", 1, PASSWORD);
    alice.knows("bob", bob.listen(), PASSWORD);
    alice.messenger.startDelivering();
    for (int i = 0; i < Turns.FOR_SLOW + 2; i++) {
      alice.knows("h" + i, hostile.getLocalPort(), PASSWORD);
    }
    for (int i = 0; i < Turns.FOR_SLOW + 2; i++) {
      alice.messenger.send(TestPeer.named("h" + i), "to the hostile one", true);
    }
    assertThat(connected.await(60, TimeUnit.SECONDS)).as("all of them are held").isTrue();
    long begin = System.nanoTime();
    alice.messenger.send(bob.name, "to the honest one", true);
    assertThat(alice.next(m -> m.fate() == Fate.DELIVERED)).isNotNull();
    // Less than one of the hostile is given for its answer, whatever else the machine does.
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    for (Socket socket : held) {
      socket.close();
    }
  }

  private static void hold(ServerSocket server, Set<Socket> held, CountDownLatch connected) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  held.add(server.accept());
                  connected.countDown();
                }
              } catch (java.io.IOException e) {
                return; // closed
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Test
  void a_bug_in_a_delivery_is_not_run_into_twice_a_second() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch moreLooks = new CountDownLatch(6);
    Clocks faulty =
        () -> {
          String thread = Thread.currentThread().getName();
          if (thread.equals("parley-outbox")
              && StackWalker.getInstance()
                  .walk(s -> s.anyMatch(f -> f.getMethodName().equals("takeTurn")))) {
            runs.incrementAndGet();
            first.countDown();
            throw new IllegalStateException("a bug, on purpose");
          }
          if (thread.equals("parley-pump") && first.getCount() == 0) {
            looks.incrementAndGet();
            moreLooks.countDown();
          }
          return Clocks.system().now();
        };
    TestPeer alice = peer("alice", faulty);
    alice.knows("bob", closedPort(), PASSWORD);
    alice.messenger.startDelivering();
    String id = alice.messenger.send(TestPeer.named("bob"), "hello", true);
    assertThat(moreLooks.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(runs).hasValue(1); // the pause is 4 s at least, six looks are 3 s
    alice.messenger.cancel(id); // nobody holds the message
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.CANCELLED);
  }

  @Test
  void a_message_to_an_address_that_got_no_answer_keeps_its_reason() throws Exception {
    TestPeer alice = peer("alice", Clocks.system());
    byte[] secret = RawPeer.secret(PASSWORD, "alice", "bob");
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(server);
    Thread bob =
        new Thread(
            () -> {
              try (RawPeer raw = RawPeer.accepted(server.accept(), "bob", "alice", secret)) {
                raw.through(10); // takes the text, and leaves
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    bob.start();
    ManualResult result =
        alice.messenger.sendTo(
            Endpoint.parse("127.0.0.1:" + server.getLocalPort()),
            PASSWORD.toCharArray(),
            "hello",
            new Cancellation());
    bob.join();
    assertThat(result.failure()).isEqualTo(Failure.of(FailureKind.CLOSED_ON_THE_WAY));
    assertThat(alice.messages())
        .extracting(Message::fate, Message::failure)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Fate.FAILED, Failure.of(FailureKind.CLOSED_ON_THE_WAY)));
  }
}
