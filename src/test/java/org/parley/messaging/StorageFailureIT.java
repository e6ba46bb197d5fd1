package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.json.JsonObject;
import org.parley.messaging.FailingDisk.Mode;
import org.parley.name.PeerName;
import org.parley.network.Clocks;

/** The disk fails at every point where something must be on it. */
class StorageFailureIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static final String ID = "6f1dc595-0000-4000-8000-000000000001";
  private static final PeerName BOB = TestPeer.named("bob");
  private static byte[] secret;

  @TempDir private Path folder;
  private final List<FailingDisk> disks = new ArrayList<>();
  private ServerSocket server;
  private TestPeer alice;

  @BeforeAll
  static void derive() throws Exception {
    secret = RawPeer.secret(PASSWORD, "alice", "bob");
  }

  @BeforeEach
  void meet() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    alice = opened("alice");
    alice.knows("bob", server.getLocalPort(), PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    disk(Mode.SOUND);
    alice.close();
    server.close();
  }

  private TestPeer opened(String name) throws Exception {
    return new TestPeer(
        name,
        folder.resolve(name),
        Clocks.system(),
        files -> {
          disks.add(new FailingDisk(files));
          return disks.get(disks.size() - 1);
        });
  }

  private void disk(Mode mode) {
    disks.forEach(d -> d.mode = mode);
  }

  private CompletableFuture<Delivery> delivering() {
    return CompletableFuture.supplyAsync(
        () -> alice.messenger.deliver(BOB, new Cancellation()), task -> new Thread(task).start());
  }

  private RawPeer bob() throws Exception {
    return RawPeer.accepted(server.accept(), "bob", "alice", secret);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"FULL", "WRITES_AND_IS_GONE"})
  void what_could_not_be_kept_is_told_and_never_sent(Mode mode) throws Exception {
    disk(mode);
    assertThatThrownBy(() -> alice.messenger.send(BOB, "hello", true))
        .isInstanceOf(StorageException.class);
    assertThat(alice.messages()).isEmpty();
    disk(Mode.SOUND);
    alice.messenger.send(BOB, "again", true);
    alice.close();
    alice = opened("alice");
    assertThat(alice.messages()).extracting(Message::text).containsExactly("again");
  }

  @Test
  void a_write_that_failed_and_arrived_is_no_failure() throws Exception {
    disk(Mode.WRITES_AND_THROWS);
    alice.messenger.send(BOB, "hello", true);
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
  }

  @Test
  void no_text_leaves_before_its_row_is_kept() throws Exception {
    alice.messenger.send(BOB, "hello", true);
    CompletableFuture<Delivery> delivery = delivering();
    try (RawPeer bob = bob().through(7)) {
      disk(Mode.FULL); // before step 8, which the text follows at once
      bob.through(8);
      JsonObject last = bob.read();
      while (last != null) {
        assertThat(RawPdu.type(last)).isEqualTo("ack");
        last = bob.read();
      }
    }
    Failure failure = delivery.get(60, TimeUnit.SECONDS).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.OWN_STORAGE);
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
    assertThat(alice.messages().get(0).nextTry()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"FULL", "WRITES_AND_IS_GONE"})
  void an_ack_that_could_not_be_noted_is_told_and_holds_nothing_up(Mode mode) throws Exception {
    alice.messenger.send(BOB, "one", false);
    alice.messenger.send(BOB, "two", true);
    CompletableFuture<Delivery> delivery = delivering();
    try (RawPeer bob = bob().through(10)) {
      disk(mode);
      bob.through(12);
      assertThat(delivery.get(60, TimeUnit.SECONDS).failure().kind())
          .isEqualTo(FailureKind.NOT_NOTED);
    }
    Message told = alice.next(m -> m.text().equals("one") && m.failure() != null);
    assertThat(told.fate()).isEqualTo(Fate.WAITING);
    assertThat(told.nextTry()).isNotNull();
    disk(Mode.SOUND);
    CompletableFuture<Delivery> later = delivering();
    if (mode == Mode.FULL) {
      bob().through(12).close();
    }
    bob().through(12).close();
    assertThat(later.get(60, TimeUnit.SECONDS).failure()).isNull();
    assertThat(alice.messages())
        .extracting(m -> m.text() + " " + m.fate())
        .containsExactly("one DELIVERED", "two DELIVERED");
    assertThat(alice.messenger.waiting()).isZero();
  }

  @Test
  void bob_acknowledges_nothing_while_his_disk_fails_and_stores_it_once_after() throws Exception {
    try (TestPeer bob = opened("bob")) {
      int port = bob.listen();
      bob.knows("alice", 1, PASSWORD);
      for (Mode mode : List.of(Mode.FULL, Mode.WRITES_AND_IS_GONE, Mode.FULL)) {
        try (RawPeer raw = RawPeer.dial(port, "alice", "bob", secret).through(9)) {
          disk(mode);
          raw.send(raw.text(ID, "hello"));
          JsonObject answer = raw.read();
          assertThat(answer.object("header").string("reason")).isEqualTo("storage");
          assertThat(raw.read()).isNull();
        }
      }
      disk(Mode.SOUND);
      try (RawPeer raw = RawPeer.dial(port, "alice", "bob", secret).through(9)) {
        raw.send(raw.text(ID, "hello"));
        assertThat(RawPdu.type(raw.read())).isEqualTo("ack");
      }
      assertThat(bob.messages()).extracting(Message::text).containsExactly("hello");
      assertThat(bob.next(m -> m.fate() == Fate.RECEIVED)).isNotNull();
    }
  }

  @Test
  void an_interrupted_message_does_not_keep_a_full_disk_from_being_opened() throws Exception {
    alice.messenger.send(BOB, "once", false);
    alice.close();
    alice =
        new TestPeer(
            "alice",
            folder.resolve("alice"),
            Clocks.system(),
            files -> {
              FailingDisk full = new FailingDisk(files);
              full.mode = Mode.FULL;
              disks.add(full);
              return full;
            });
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.FAILED);
  }

  @Test
  void a_message_cancelled_while_it_is_due_is_either_sent_or_cancelled() throws Exception {
    try (TestPeer bob = opened("bob")) {
      int port = bob.listen();
      bob.knows("alice", 1, PASSWORD);
      alice.forgetsEverybody();
      alice.knows("bob", port, PASSWORD);
      for (int i = 0; i < 40; i++) {
        String id = alice.messenger.send(BOB, "m" + i, true);
        CompletableFuture<Delivery> delivery = delivering();
        boolean cancelled = cancel(id);
        delivery.get(60, TimeUnit.SECONDS);
        Fate fate = alice.history.sent("bob", id).fate();
        String text = "m" + i;
        boolean arrived = bob.messages().stream().anyMatch(m -> m.text().equals(text));
        assertThat(fate).isEqualTo(cancelled ? Fate.CANCELLED : Fate.DELIVERED);
        assertThat(arrived).isEqualTo(!cancelled);
      }
    }
  }

  private boolean cancel(String id) throws Exception {
    try {
      alice.messenger.cancel(id);
      return true;
    } catch (MessageRefusedException e) {
      return false;
    }
  }
}
