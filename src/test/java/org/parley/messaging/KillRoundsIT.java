package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Entry;
import org.parley.network.Clocks;
import org.parley.store.TestProfile;

/**
 * Two processes that both send and both receive, one or both of which are killed with -9 in each
 * round, at a random moment: while they talk, or while they start. {@code -Dparley.kill.rounds=N}:
 * how many rounds.
 */
class KillRoundsIT {
  private static final int ROUNDS = Integer.getInteger("parley.kill.rounds", 100);
  private static final String PASSWORD = "correct horse battery staple";
  private static final int MOST_MILLIS = 300;
  private static final long PATIENCE_SECONDS = 90;

  @TempDir private Path folder;
  private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();

  /** One of the two, and all that it said in all its lives. */
  private final class Side implements AutoCloseable {
    final String name;
    final int port;
    final Map<String, Set<String>> said = new ConcurrentHashMap<>();
    private Side other;
    private Process now;
    private Process next;
    private final List<CompletableFuture<Void>> readers = new ArrayList<>();
    private int lives;

    Side(String name) throws Exception {
      this.name = name;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      open().close(); // made whole: what is killed is no first start
    }

    TestPeer open() throws Exception {
      return new TestPeer(name, folder.resolve(name), Clocks.system());
    }

    Set<String> said(String what) {
      return said.computeIfAbsent(what, w -> ConcurrentHashMap.newKeySet());
    }

    void begin(Side with) throws IOException {
      other = with;
      next = start();
      live();
    }

    /** The process that stands by goes to work, and another stands by. */
    private void live() throws IOException {
      now = next;
      readers.add(
          CompletableFuture.runAsync(() -> read(this.now), task -> new Thread(task).start()));
      now.getOutputStream().write(String.format("%05d", lives++).getBytes(StandardCharsets.UTF_8));
      now.getOutputStream().flush();
      next = start();
    }

    void dieAndLive() throws Exception {
      die();
      live();
    }

    void die() throws Exception {
      assertThat(now.isAlive()).as(name + " ended by itself").isTrue();
      ProcessHandle.of(now.pid()).orElseThrow().destroyForcibly();
      assertThat(now.waitFor()).isEqualTo(128 + 9);
      for (CompletableFuture<Void> reader : readers) {
        reader.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      readers.clear();
    }

    private Process start() throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx128m",
              "-cp",
              System.getProperty("java.class.path"),
              TalkingProcess.class.getName(),
              folder.resolve(name).toString(),
              name,
              Integer.toString(port),
              other.name,
              Integer.toString(other.port),
              PASSWORD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    }

    private void read(Process process) {
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.matches("[A-Z]+ [0-9a-f-]{36}")) { // not one that was cut off
            said(line.substring(0, line.indexOf(' '))).add(line.substring(line.indexOf(' ') + 1));
            if (line.startsWith("DELIVERED")) {
              delivered.add(line);
            }
          }
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      now.destroyForcibly();
      next.destroyForcibly();
    }
  }

  @Test
  void whatever_was_acknowledged_is_on_both_sides_once_and_the_rest_arrives_later()
      throws Exception {
    long seed = System.nanoTime();
    String about = "seed " + seed + ", rounds " + ROUNDS;
    Side alice = new Side("alice");
    Side bob = new Side("bob");
    alice.begin(bob);
    bob.begin(alice);
    try (alice;
        bob) {
      killAgainAndAgain(alice, bob, new Random(seed));
    }

    try (TestPeer a = alice.open();
        TestPeer b = bob.open()) {
      for (TestPeer peer : List.of(a, b)) {
        assertThat(peer.journal.findings()).as(about).isEmpty();
        assertThat(TestProfile.verify(peer.journal).findings()).as(about).isEmpty();
      }
      compare(alice, a, b, about);
      compare(bob, b, a, about);
      a.knows("bob", b.listen(), PASSWORD);
      b.knows("alice", a.listen(), PASSWORD);
      int late = a.messenger.waiting() + b.messenger.waiting();
      assertThat(a.messenger.deliver(b.name, new Cancellation()).failure()).as(about).isNull();
      assertThat(b.messenger.deliver(a.name, new Cancellation()).failure()).as(about).isNull();
      assertThat(ids(a, Fate.WAITING, Fate.SENDING, Fate.FAILED)).as(about).isEmpty();
      arrivedOnceInOrder(a, b, about);
      arrivedOnceInOrder(b, a, about);
      System.out.printf(
          "%s: %d kills, %d messages acknowledged before, %d after%n",
          about,
          alice.lives + bob.lives,
          alice.said("DELIVERED").size() + bob.said("DELIVERED").size(),
          late);
    }
  }

  private void killAgainAndAgain(Side alice, Side bob, Random random) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      if (random.nextInt(3) > 0) {
        // They talk again; in the other rounds it may come while somebody still starts.
        delivered.clear();
        assertThat(delivered.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
      }
      Side first = random.nextBoolean() ? alice : bob;
      int millis = random.nextInt(MOST_MILLIS);
      assertThat(first.now.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
      first.dieAndLive();
      if (random.nextInt(4) == 0) {
        first.other.dieAndLive();
      }
    }
    alice.die();
    bob.die();
  }

  /** What a side said in its lives against what both have on their disks. */
  private static void compare(Side said, TestPeer sender, TestPeer receiver, String about)
      throws Exception {
    List<String> received = ids(receiver, Fate.RECEIVED);
    assertThat(received).as(about).doesNotHaveDuplicates();
    List<String> delivered = ids(sender, Fate.DELIVERED);
    assertThat(said.said("DELIVERED")).as("talked at all; " + about).isNotEmpty();
    Set<String> lost = new TreeSet<>(said.said("DELIVERED"));
    delivered.forEach(lost::remove);
    assertThat(lost).as("told as delivered, and now: " + rowsOf(sender, lost) + about).isEmpty();
    assertThat(received).as("what is delivered is there; " + about).containsAll(delivered);
    assertThat(ids(sender, Fate.DELIVERED, Fate.WAITING))
        .as("what was kept is known; " + about)
        .containsAll(said.said("NEW"))
        .doesNotHaveDuplicates();
    assertThat(ids(sender, Fate.RECEIVED))
        .as("what was told as received is; " + about)
        .containsAll(said.said("RECEIVED"));
  }

  private static String rowsOf(TestPeer peer, Set<String> ids) throws Exception {
    StringBuilder rows = new StringBuilder();
    long seq = 0;
    while (!ids.isEmpty() && seq < peer.journal.size()) {
      var stored = peer.journal.entry(seq++);
      Entry row = stored.entry();
      if (row != null && (ids.contains(row.id()) || row.msgType().equals("ack"))) {
        rows.append(
            String.format(
                "%d %s %s %s %s %s%n",
                stored.seq(),
                row.direction(),
                row.msgType(),
                row.id(),
                row.outcome(),
                row.session()));
      }
    }
    for (Message message : peer.messages()) {
      if (ids.contains(message.id())) {
        rows.append(message.fate()).append(' ').append(message.failure()).append('\n');
      }
    }
    return rows.toString();
  }

  private static void arrivedOnceInOrder(TestPeer sender, TestPeer receiver, String about)
      throws Exception {
    List<String> received = ids(receiver, Fate.RECEIVED);
    assertThat(received)
        .as(about)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ids(sender, Fate.DELIVERED));
    List<String> texts = new ArrayList<>();
    for (Message message : receiver.messages()) {
      if (message.fate() == Fate.RECEIVED) {
        texts.add(message.text());
      }
    }
    assertThat(texts).as("in the order of writing; " + about).isSorted();
  }

  private static List<String> ids(TestPeer peer, Fate... fates) throws Exception {
    Set<Fate> wanted = Set.of(fates);
    return peer.messages().stream()
        .filter(message -> wanted.contains(message.fate()))
        .map(Message::id)
        .toList();
  }
}
