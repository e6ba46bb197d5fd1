package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.json.JsonObject;
import org.parley.name.PeerName;
import org.parley.session.Now;

/** Alice dials bob, and finds somebody who does not keep to the protocol. */
class SenderAttackIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static final PeerName BOB = TestPeer.named("bob");
  private static byte[] secret;

  @TempDir private Path folder;
  private final AtomicLong skipped = new AtomicLong();
  private TestPeer alice;
  private ServerSocket server;
  private String id;

  /** What the one who is dialled does. */
  private interface Script {
    void run(RawPeer bob) throws Exception;
  }

  @BeforeAll
  static void derive() throws Exception {
    secret = RawPeer.secret(PASSWORD, "alice", "bob");
  }

  @BeforeEach
  void meet() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    alice =
        new TestPeer(
            "alice",
            folder.resolve("a"),
            () ->
                new Now(System.currentTimeMillis(), System.nanoTime() / 1_000_000 + skipped.get()));
    alice.knows("bob", server.getLocalPort(), PASSWORD);
    id = alice.messenger.send(BOB, "hello", true);
  }

  @AfterEach
  void part() throws Exception {
    alice.close();
    server.close();
  }

  private CompletableFuture<Delivery> delivering() {
    return CompletableFuture.supplyAsync(
        () -> alice.messenger.deliver(BOB, new Cancellation()), task -> new Thread(task).start());
  }

  private Delivery delivery(Script script) throws Exception {
    CompletableFuture<Delivery> delivery = delivering();
    try (RawPeer bob = bob()) {
      script.run(bob);
      return delivery.get(60, TimeUnit.SECONDS);
    }
  }

  private RawPeer bob() throws IOException {
    return RawPeer.accepted(server.accept(), "bob", "alice", secret);
  }

  private FailureKind failure(Script script) throws Exception {
    Delivery delivery = delivery(script);
    assertThat(delivery.delivered()).isZero();
    return delivery.failure().kind();
  }

  private void delivers() throws Exception {
    assertThat(delivery(bob -> bob.through(12))).isEqualTo(new Delivery(1, null));
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.DELIVERED);
    assertThat(alice.messenger.waiting()).isZero();
  }

  private static void isLeft(RawPeer bob) throws Exception {
    assertThat(bob.read()).as("the end of the connection").isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8, 11})
  void a_forged_ack_is_no_ack(int step) throws Exception {
    assertThat(
            failure(
                bob -> {
                  bob.through(step - 1);
                  bob.send(bob.plain("ack", null));
                  isLeft(bob);
                }))
        .isEqualTo(FailureKind.PROTOCOL_FAULT);
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
    delivers();
  }

  @Test
  void a_forged_plain_nack_after_the_first_chall_refuses_nothing() throws Exception {
    for (int step : new int[] {6, 8, 11}) {
      assertThat(
              failure(
                  bob -> {
                    bob.through(step - 1);
                    bob.send(bob.plain("nack", null));
                    isLeft(bob);
                  }))
          .isEqualTo(FailureKind.PROTOCOL_FAULT);
    }
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
    delivers();
  }

  @Test
  void an_ack_under_another_key_is_no_ack() throws Exception {
    CompletableFuture<Delivery> delivery = delivering();
    for (int i = 0; i < 2; i++) { // what looks damaged is tried again at once
      try (RawPeer bob = bob().through(10)) {
        RawPdu.Keys other = RawPdu.Keys.of(new byte[32], "alice", "bob", new byte[256]);
        bob.send(RawPdu.sealed(other, RawPdu.header("ack", bob.now()), null));
        isLeft(bob);
      }
    }
    assertThat(delivery.get(60, TimeUnit.SECONDS))
        .isEqualTo(new Delivery(0, Failure.of(FailureKind.DAMAGED)));
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
  }

  @Test
  void alices_own_ack_sent_back_is_no_ack() throws Exception {
    assertThat(
            failure(
                bob -> {
                  bob.through(8);
                  JsonObject ack = bob.read();
                  assertThat(RawPdu.type(bob.read())).isEqualTo("text");
                  bob.send(ack);
                  isLeft(bob);
                }))
        .isEqualTo(FailureKind.PROTOCOL_FAULT);
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
  }

  @Test
  void a_public_value_that_is_none_gets_no_hello() throws Exception {
    BigInteger p = RawPeer.P;
    for (BigInteger value :
        List.of(BigInteger.ZERO, BigInteger.ONE, p.subtract(BigInteger.ONE), p)) {
      assertThat(
              failure(
                  bob -> {
                    bob.withPublicValue(value).through(2);
                    isLeft(bob);
                  }))
          .isEqualTo(FailureKind.PROTOCOL_FAULT);
    }
    delivers();
  }

  @Test
  void alices_own_pdus_sent_back_to_her_authenticate_nobody() throws Exception {
    assertThat(
            failure(
                bob -> {
                  bob.send(bob.read());
                  isLeft(bob);
                }))
        .isEqualTo(FailureKind.PROTOCOL_FAULT);
    assertThat(failure(bob -> mirror(bob, "alice"))).isEqualTo(FailureKind.OWN_NAME);
    assertThat(failure(bob -> mirror(bob, "bob"))).isEqualTo(FailureKind.PROTOCOL_FAULT);
  }

  /** Her public value as ours, and her hello sent back, which has the right tag: her own. */
  private static void mirror(RawPeer bob, String name) throws Exception {
    bob.send(RawPdu.renamed(bob.read(), "dh_2", name));
    JsonObject hello = bob.read();
    if (hello != null) {
      bob.send(hello);
      isLeft(bob);
    }
  }

  @Test
  void alices_own_listener_behind_the_mirror_authenticates_nobody() throws Exception {
    int own = alice.listen();
    assertThat(failure(bob -> through(bob, own, "alice", "alice")))
        .isEqualTo(FailureKind.CLOSED_ON_THE_WAY);
    assertThat(failure(bob -> through(bob, own, "bob", "alice"))).isEqualTo(FailureKind.OWN_NAME);
    assertThat(failure(bob -> through(bob, own, "bob", "bob")))
        .isEqualTo(FailureKind.AUTHENTICATION_FAILED);
    alice.messenger.stopListening();
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
  }

  /** Hands everything on between alice and alice, each told another name. */
  private static void through(RawPeer bob, int port, String toResponder, String toInitiator)
      throws Exception {
    try (RawPeer back = RawPeer.dial(port, "", "", secret)) {
      back.send(RawPdu.renamed(bob.read(), "dh_1", toResponder));
      JsonObject dh2 = back.read();
      if (dh2 == null) {
        bob.close();
        return;
      }
      bob.send(RawPdu.renamed(dh2, "dh_2", toInitiator));
      JsonObject hello = bob.read();
      if (hello != null) {
        back.send(hello);
        bob.send(back.read());
      }
    }
  }

  @Test
  void who_closes_after_any_step_costs_a_try_and_no_message() throws Exception {
    for (int step = 0; step <= 10; step++) {
      int last = step;
      assertThat(
              failure(
                  bob -> {
                    bob.through(last);
                    bob.close();
                  }))
          .as("after step " + step)
          .isEqualTo(FailureKind.CLOSED_ON_THE_WAY);
    }
    delivers();
  }

  @Test
  void who_is_silent_after_any_step_is_left_at_the_deadline() throws Exception {
    for (int step : new int[] {1, 3, 5, 7, 10}) {
      assertThat(
              failure(
                  bob -> {
                    bob.through(step);
                    skipped.addAndGet(30_001);
                    bob.send(RawPdu.ascii(" ")); // wakes her, who then looks at the clock
                    while (bob.read() != null) {}
                  }))
          .as("after step " + step)
          .isEqualTo(FailureKind.SILENT);
    }
    delivers();
  }

  @Test
  void damaged_is_tried_again_once_at_once() throws Exception {
    CompletableFuture<Delivery> delivery = delivering();
    for (int i = 0; i < 2; i++) {
      try (RawPeer bob = bob().through(10)) {
        bob.send(bob.nack("damaged"));
        isLeft(bob);
      }
    }
    assertThat(delivery.get(60, TimeUnit.SECONDS))
        .isEqualTo(new Delivery(0, Failure.of(FailureKind.DAMAGED)));
    Message waiting = alice.messages().get(0);
    assertThat(waiting.fate()).isEqualTo(Fate.WAITING);
    assertThat(waiting.nextTry()).isAfter(Instant.now().plusSeconds(2));
    delivers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"storage", "protocol"})
  void who_cannot_take_it_now_is_left_alone_for_a_pause(String reason) throws Exception {
    alice.messenger.startDelivering();
    Instant before;
    try (RawPeer bob = bob().through(10)) {
      before = Instant.now();
      bob.send(bob.nack(reason));
      isLeft(bob);
    }
    Message waiting = alice.next(m -> m.fate() == Fate.WAITING && m.failure() != null);
    assertThat(waiting.nextTry()).isAfter(before.plusSeconds(2));
    server.setSoTimeout(60_000);
    server.accept().close();
    assertThat(Instant.now()).isAfter(before.plusSeconds(2));
  }

  @Test
  void refused_is_the_end_of_one_message_and_not_of_the_next() throws Exception {
    alice.messenger.send(BOB, "next", true);
    CompletableFuture<Delivery> delivery = delivering();
    try (RawPeer bob = bob().through(10)) {
      bob.send(bob.nack("a reason that nobody knows"));
      isLeft(bob);
    }
    try (RawPeer bob = bob()) {
      bob.through(12);
    }
    assertThat(delivery.get(60, TimeUnit.SECONDS))
        .isEqualTo(new Delivery(1, Failure.of(FailureKind.REFUSED_BY_PEER)));
    assertThat(alice.messages())
        .extracting(Message::fate)
        .containsExactly(Fate.FAILED, Fate.DELIVERED);
  }

  @Test
  void while_it_is_sent_a_message_is_there_once_and_cannot_be_cancelled() throws Exception {
    assertThat(
            delivery(
                bob -> {
                  bob.through(10);
                  assertThat(alice.messages())
                      .extracting(Message::fate)
                      .containsExactly(Fate.SENDING);
                  assertThat(alice.history.page("bob", null, 10)).hasSize(1);
                  assertThat(alice.history.conversations()).hasSize(1);
                  assertThatThrownBy(() -> alice.messenger.cancel(id))
                      .isInstanceOf(MessageRefusedException.class);
                  bob.through(12);
                }))
        .isEqualTo(new Delivery(1, null));
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.DELIVERED);
  }

  @Test
  void closing_ends_what_a_user_has_under_way_and_the_message_waits() throws Exception {
    CompletableFuture<Delivery> delivery = delivering();
    try (RawPeer bob = bob().through(10)) {
      alice.close();
      isLeft(bob);
      assertThat(delivery.get(60, TimeUnit.SECONDS))
          .isEqualTo(new Delivery(0, Failure.of(FailureKind.CANCELLED)));
    }
    alice = new TestPeer("alice", folder.resolve("a"), org.parley.network.Clocks.system());
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
  }

  @Test
  void who_waits_for_another_that_delivers_can_be_cancelled() throws Exception {
    CompletableFuture<Delivery> first = delivering();
    try (RawPeer bob = bob().through(10)) {
      Cancellation cancel = new Cancellation();
      CompletableFuture<Delivery> second =
          CompletableFuture.supplyAsync(() -> alice.messenger.deliver(BOB, cancel));
      cancel.cancel();
      assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(new Delivery(0, null));
      bob.through(12);
    }
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(new Delivery(1, null));
  }

  @Test
  void a_time_that_a_wrong_clock_told_holds_nothing_up() throws Exception {
    assertThat(failure(RawPeer::close)).isEqualTo(FailureKind.CLOSED_ON_THE_WAY);
    alice.close();
    alice =
        new TestPeer(
            "alice",
            folder.resolve("a"),
            () -> new Now(System.currentTimeMillis() - 86_400_000, System.nanoTime() / 1_000_000));
    alice.knows("bob", server.getLocalPort(), PASSWORD);
    alice.messenger.startDelivering(); // a day before the next try, as it was noted
    server.setSoTimeout(20_000);
    server.accept().close();
  }

  @Test
  void trying_for_ever_collects_no_sockets() throws Exception {
    Cancellation longLived = new Cancellation();
    for (int i = 0; i < 3; i++) {
      CompletableFuture<Delivery> delivery =
          CompletableFuture.supplyAsync(() -> alice.messenger.deliver(BOB, longLived));
      try (Socket bob = server.accept()) {
        assertThat(bob.getInputStream().read()).isEqualTo('{');
      }
      delivery.get(60, TimeUnit.SECONDS);
    }
    assertThat(longLived.registered()).isZero();
  }
}
