package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.directory.Endpoint;
import org.parley.journal.Entry;
import org.parley.name.PeerName;
import org.parley.network.Clocks;
import org.parley.session.Now;

class TalkIT {
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;
  private int alicePort;
  private int bobPort;

  @BeforeEach
  void meet() throws Exception {
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    alicePort = alice.listen();
    bobPort = bob.listen();
    alice.knows("bob", bobPort, PASSWORD);
    bob.knows("alice", alicePort, PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    alice.close();
    bob.close();
  }

  private static Delivery say(TestPeer from, TestPeer to, String text) throws Exception {
    from.messenger.send(to.name, text, true);
    return from.messenger.deliver(to.name, new Cancellation());
  }

  @Test
  void two_peers_talk_both_ways_in_any_script() throws Exception {
    List<String> texts =
        List.of("hello", "Grüße, Zoë", "你好", "👩‍🔬🧪", "a\nb", "x".repeat(65_536));
    for (String text : texts) {
      assertThat(say(alice, bob, text)).isEqualTo(new Delivery(1, null));
      assertThat(say(bob, alice, text)).isEqualTo(new Delivery(1, null));
    }
    assertThat(bob.messages())
        .hasSize(12)
        .filteredOn(m -> !m.outgoing())
        .extracting(Message::text)
        .isEqualTo(texts);
    assertThat(alice.messages())
        .filteredOn(Message::outgoing)
        .extracting(Message::fate)
        .containsOnly(Fate.DELIVERED);
  }

  @Test
  void every_pdu_of_both_sides_is_in_the_journal_in_order() throws Exception {
    say(alice, bob, "hello");
    String twelve = "dh_1 dh_2 hello chall resp ack chall resp ack text ack close";
    assertThat(String.join(" ", alice.rows().stream().map(Entry::msgType).toList()))
        .isEqualTo(twelve);
    alice.messenger.stopListening();
    bob.messenger.stopListening(); // waits for the last rows
    assertThat(String.join(" ", bob.rows().stream().map(Entry::msgType).toList()))
        .isEqualTo(twelve);
    assertThat(bob.rows()).extracting(Entry::session).containsOnly(bob.rows().get(0).session());
    assertThat(bob.rows().get(9).text()).isEqualTo("hello");
    assertThat(alice.rows().get(9).pdu()).doesNotContain("hello").contains("\"text\"");
  }

  @Test
  void news_of_a_message_comes_after_it_can_be_read() throws Exception {
    say(alice, bob, "hello");
    Message arrived = bob.next(m -> true);
    assertThat(arrived.fate()).isEqualTo(Fate.RECEIVED);
    Entry row = bob.journal.entry(Objects.requireNonNull(arrived.seq())).entry();
    assertThat(row.text()).isEqualTo("hello");
  }

  @Test
  void a_wrong_password_is_told_and_the_message_waits() throws Exception {
    bob.forgetsEverybody();
    bob.knows("alice", alicePort, "another password");
    assertThat(say(alice, bob, "hello").failure())
        .isEqualTo(Failure.of(FailureKind.AUTHENTICATION_FAILED));
    Message waiting = alice.messages().get(0);
    assertThat(waiting.fate()).isEqualTo(Fate.WAITING);
    assertThat(waiting.nextTry()).isNotNull();
    assertThat(bob.messages()).isEmpty();
    assertThat(bob.strangers).as("alice is a contact").isEmpty();
  }

  @Test
  void a_name_that_the_other_does_not_have_looks_the_same_and_is_told_there_once()
      throws Exception {
    bob.forgetsEverybody();
    assertThat(say(alice, bob, "hello").failure())
        .isEqualTo(Failure.of(FailureKind.AUTHENTICATION_FAILED));
    assertThat(alice.messenger.deliver(bob.name, new Cancellation()).failure())
        .isEqualTo(Failure.of(FailureKind.AUTHENTICATION_FAILED));
    assertThat(bob.strangers.poll(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo("alice");
    assertThat(bob.strangers).isEmpty();
  }

  @Test
  void one_try_only_ends_in_failed_and_retry_delivers_it_under_the_same_id() throws Exception {
    bob.messenger.stopListening();
    String id = alice.messenger.send(bob.name, "hello", false);
    assertThat(alice.messenger.deliver(bob.name, new Cancellation()).failure())
        .isEqualTo(Failure.of(FailureKind.CONNECTION_REFUSED));
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.FAILED);
    bob.listen(bobPort);
    alice.messenger.retry(id);
    assertThat(alice.messenger.deliver(bob.name, new Cancellation()).delivered()).isEqualTo(1);
    assertThat(bob.messages()).extracting(Message::id).containsExactly(id);
  }

  @Test
  void what_waits_is_delivered_in_order_by_the_background_when_the_peer_is_back() throws Exception {
    bob.messenger.stopListening();
    for (int i = 0; i < 20; i++) {
      alice.messenger.send(bob.name, "m" + i, true);
    }
    alice.messenger.startDelivering();
    assertThat(alice.next(m -> m.fate() == Fate.WAITING && m.failure() != null)).isNotNull();
    bob.listen(bobPort);
    for (int i = 0; i < 20; i++) {
      assertThat(bob.next(m -> true).text()).isEqualTo("m" + i);
    }
    assertThat(alice.next(m -> m.text().equals("m19") && m.fate() == Fate.DELIVERED)).isNotNull();
    assertThat(alice.messenger.waiting()).isZero();
  }

  @Test
  void the_same_id_is_acknowledged_again_and_shown_once() throws Exception {
    say(alice, bob, "hello");
    String id = Objects.requireNonNull(alice.messages().get(0).id());
    // As after a crash between the peer's ack and our note of it: the outbox still has it.
    ReplayedOutbox.sendAgain(alice, bob, bobPort, PASSWORD, id, "hello");
    assertThat(bob.messages()).hasSize(1);
    bob.messenger.stopListening();
    assertThat(bob.rows()).extracting(Entry::outcome).contains("again");
  }

  @Test
  void one_id_with_two_texts_is_refused_and_nothing_is_replaced() throws Exception {
    say(alice, bob, "hello");
    String id = Objects.requireNonNull(alice.messages().get(0).id());
    assertThat(ReplayedOutbox.sendAgain(alice, bob, bobPort, PASSWORD, id, "other"))
        .isEqualTo(org.parley.session.EndKind.REFUSED_BY_PEER);
    assertThat(bob.messages()).extracting(Message::text).containsExactly("hello");
  }

  @Test
  void a_check_authenticates_and_leaves_no_message() throws Exception {
    assertThat(alice.messenger.check(bob.name, new Cancellation())).isNull();
    assertThat(alice.messages()).isEmpty();
    assertThat(alice.messenger.status(bob.name).lastReached()).isNotNull();
    bob.messenger.stopListening();
    assertThat(alice.messenger.check(bob.name, new Cancellation()))
        .isEqualTo(Failure.of(FailureKind.CONNECTION_REFUSED));
  }

  @Test
  void another_name_answering_is_told_by_its_name() throws Exception {
    alice.knows("carol", bobPort, PASSWORD);
    alice.messenger.send(PeerName.of("carol"), "hello", true);
    assertThat(alice.messenger.deliver(PeerName.of("carol"), new Cancellation()).failure())
        .isEqualTo(Failure.of(FailureKind.OTHER_NAME, "bob"));
  }

  @Test
  void a_clock_60_s_off_is_told_with_the_difference() throws Exception {
    Clocks behind =
        () -> new Now(System.currentTimeMillis() - 60_000, System.nanoTime() / 1_000_000);
    try (TestPeer late = new TestPeer("late", folder.resolve("l"), behind)) {
      late.knows("bob", bobPort, PASSWORD);
      bob.knows("late", 1, PASSWORD);
      Failure failure = Objects.requireNonNull(late.messenger.check(bob.name, new Cancellation()));
      assertThat(failure.kind()).isEqualTo(FailureKind.CLOCKS_DIFFER);
      assertThat(Long.parseLong(failure.arguments().get(0))).isBetween(55L, 70L);
    }
  }

  @Test
  void the_manual_option_reaches_a_stranger_apart_from_all_contacts() throws Exception {
    try (TestPeer dora = new TestPeer("dora", folder.resolve("d"), Clocks.system())) {
      int port = dora.listen();
      dora.knows("alice", alicePort, "between us");
      Endpoint at = Objects.requireNonNull(Endpoint.parse("127.0.0.1:" + port));
      ManualResult result =
          alice.messenger.sendTo(at, "between us".toCharArray(), "hi", new Cancellation());
      assertThat(result.failure()).isNull();
      assertThat(result.contact()).isFalse();
      assertThat(result.peer()).isEqualTo("dora (127.0.0.1:" + port + ")");
      assertThat(alice.messages()).extracting(Message::peer).containsExactly(result.peer());
      assertThat(dora.messages()).extracting(Message::peer).containsExactly("alice");
    }
  }

  @Test
  void the_manual_option_takes_a_contacts_name_only_with_that_contacts_password() throws Exception {
    Endpoint at = Objects.requireNonNull(Endpoint.parse("127.0.0.1:" + bobPort));
    ManualResult right =
        alice.messenger.sendTo(at, PASSWORD.toCharArray(), "hi", new Cancellation());
    assertThat(right.peer()).isEqualTo("bob");
    assertThat(right.contact()).isTrue();
    ManualResult wrong =
        alice.messenger.sendTo(at, "guess".toCharArray(), "hi", new Cancellation());
    assertThat(wrong.failure()).isEqualTo(Failure.of(FailureKind.NOT_THE_ENTRYS_PASSWORD, "bob"));
    assertThat(bob.messages()).hasSize(1);
  }

  @Test
  void cancelled_stays_cancelled_and_is_not_sent() throws Exception {
    bob.messenger.stopListening();
    String id = alice.messenger.send(bob.name, "hello", true);
    alice.messenger.cancel(id);
    bob.listen(bobPort);
    assertThat(alice.messenger.deliver(bob.name, new Cancellation()))
        .isEqualTo(new Delivery(0, null));
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.CANCELLED);
    assertThat(bob.messages()).isEmpty();
  }

  @Test
  void what_cannot_be_a_message_is_refused_before_anything_is_kept() {
    for (String text : List.of("", "x".repeat(65_537), "é".repeat(32_769), "\ud800")) {
      assertThatThrownBy(() -> alice.messenger.send(bob.name, text, true))
          .isInstanceOf(MessageRefusedException.class);
    }
    assertThat(alice.messenger.waiting()).isZero();
  }

  @Test
  void the_outbox_and_its_states_survive_a_restart() throws Exception {
    bob.messenger.stopListening();
    alice.messenger.send(bob.name, "waits", true);
    alice.messenger.send(bob.name, "once", false);
    alice.close();
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    assertThat(alice.messages())
        .extracting(Message::fate)
        .containsExactly(Fate.WAITING, Fate.FAILED);
    bob.listen(bobPort);
    alice.knows("bob", bobPort, PASSWORD);
    alice.messenger.startDelivering();
    assertThat(bob.next(m -> true).text()).isEqualTo("waits");
  }

  @Test
  void a_silent_listener_is_told_by_a_sentence_and_can_be_cancelled() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      alice.knows("carol", silent.getLocalPort(), PASSWORD);
      Cancellation cancel = new Cancellation();
      Thread user =
          new Thread(
              () -> {
                try (var socket = silent.accept()) {
                  socket.getInputStream().read();
                  cancel.cancel();
                } catch (java.io.IOException e) {
                  throw new AssertionError(e);
                }
              });
      user.start();
      assertThat(alice.messenger.check(PeerName.of("carol"), cancel))
          .isEqualTo(Failure.of(FailureKind.CANCELLED));
      user.join();
    }
  }

  @Test
  void unread_counts_what_came_after_the_read_mark() throws Exception {
    say(alice, bob, "one");
    say(alice, bob, "two");
    assertThat(bob.history.unread("alice")).isEqualTo(2);
    bob.history.markRead("alice");
    assertThat(bob.history.unread("alice")).isZero();
    say(alice, bob, "three");
    assertThat(bob.history.conversations())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.unread()).isEqualTo(1);
              assertThat(Objects.requireNonNull(c.last()).text()).isEqualTo("three");
            });
  }

  @Test
  void pages_of_a_conversation_meet_without_gap_or_repetition() throws Exception {
    for (int i = 0; i < 25; i++) {
      say(i % 2 == 0 ? alice : bob, i % 2 == 0 ? bob : alice, "m" + i);
    }
    bob.messenger.stopListening();
    alice.messenger.send(bob.name, "waits", true);
    List<List<String>> pages = new ArrayList<>();
    Message before = null;
    while (true) {
      List<Message> page = alice.history.page("bob", before, 7);
      if (page.isEmpty()) {
        break;
      }
      pages.add(0, page.stream().map(Message::text).toList());
      before = page.get(0);
    }
    List<String> all = pages.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(26).startsWith("m0", "m1").endsWith("m24", "waits");
  }

  @Test
  void pages_of_a_conversation_of_which_much_waits_meet_too() throws Exception {
    AtomicLong later = new AtomicLong();
    Clocks ticking =
        () ->
            new Now(
                System.currentTimeMillis() + later.incrementAndGet(),
                System.nanoTime() / 1_000_000);
    try (TestPeer dora = new TestPeer("dora", folder.resolve("d"), ticking)) {
      dora.knows("bob", bobPort, PASSWORD);
      bob.knows("dora", 1, PASSWORD);
      say(dora, bob, "delivered");
      bob.messenger.stopListening();
      List<String> texts = new ArrayList<>(List.of("delivered"));
      for (int i = 0; i < 20; i++) {
        texts.add("waits " + i);
        dora.messenger.send(bob.name, "waits " + i, true);
      }
      List<Message> all = new ArrayList<>();
      List<Message> page = dora.history.page("bob", null, 6);
      while (!page.isEmpty()) {
        all.addAll(0, page);
        page = dora.history.page("bob", page.get(0), 6);
      }
      assertThat(all).extracting(Message::text).isEqualTo(texts);
      assertThat(dora.history.newer("bob", all.get(0), 6))
          .extracting(Message::text)
          .isEqualTo(texts.subList(1, 7));
      assertThat(dora.history.newer("bob", all.get(9), 6))
          .extracting(Message::text)
          .isEqualTo(texts.subList(10, 16));
    }
  }
}
