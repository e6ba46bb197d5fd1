package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.json.JsonObject;
import org.parley.network.Clocks;
import org.parley.session.Now;

/** Somebody who knows the protocol connects to bob and does not keep to it. */
class AttackIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static final String ID = "6f1dc595-0000-4000-8000-000000000001";
  private static final String OTHER_ID = "6f1dc595-0000-4000-8000-000000000002";
  private static byte[] secret;

  @TempDir private Path folder;
  private final AtomicLong skipped = new AtomicLong();
  private TestPeer bob;
  private int port;

  @BeforeAll
  static void derive() throws Exception {
    secret = RawPeer.secret(PASSWORD, "alice", "bob");
  }

  @BeforeEach
  void meet() throws Exception {
    Clocks clocks =
        () -> new Now(System.currentTimeMillis(), System.nanoTime() / 1_000_000 + skipped.get());
    bob = new TestPeer("bob", folder.resolve("b"), clocks);
    port = bob.listen();
    bob.knows("alice", 1, PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    bob.close();
  }

  private RawPeer alice() throws Exception {
    return RawPeer.dial(port, "alice", "bob", secret);
  }

  private List<String> texts() throws Exception {
    return bob.messages().stream().map(Message::text).toList();
  }

  /** All rows, once what stands has come to its end. */
  private List<Entry> rows() throws Exception {
    bob.messenger.stopListening();
    return bob.rows();
  }

  private List<String> rejections() throws Exception {
    return rows().stream()
        .filter(r -> r.direction() == Direction.RECEIVED && r.outcome().startsWith("rejected"))
        .map(r -> r.msgType() + " " + r.outcome())
        .toList();
  }

  private static String reason(JsonObject nack) throws Exception {
    assertThat(nack).as("an answer").isNotNull();
    assertThat(RawPdu.type(nack)).isEqualTo("nack");
    Object reason = nack.object("header").get("reason");
    return reason == null ? "plain" : reason.toString();
  }

  @Test
  void the_raw_peer_is_an_honest_one_where_it_wants_to_be() throws Exception {
    try (RawPeer alice = alice().through(12)) {
      assertThat(alice.read()).isNull();
    }
    assertThat(texts()).containsExactly("step ten");
    assertThat(rows()).extracting(Entry::outcome).containsOnly("sent", "ok");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 9, 10, 12})
  void a_forged_ack_gets_nobody_any_further(int step) throws Exception {
    try (RawPeer alice = alice().through(step - 1)) {
      alice.send(alice.plain("ack", null));
      JsonObject answer = alice.read();
      if (step == 10) {
        assertThat(reason(answer)).isEqualTo("protocol");
      } else {
        assertThat(answer).isNull();
      }
    }
    assertThat(texts()).hasSize(step == 12 ? 1 : 0);
    assertThat(rejections()).containsExactly("ack rejected: " + (step == 1 ? "state" : "types"));
  }

  @Test
  void a_public_value_that_is_none_is_not_answered() throws Exception {
    BigInteger p = RawPeer.P;
    BigInteger nonResidue =
        IntStream.range(2, 100)
            .mapToObj(BigInteger::valueOf)
            .filter(y -> y.modPow(p.shiftRight(1), p).equals(p.subtract(BigInteger.ONE)))
            .findFirst()
            .orElseThrow();
    List<BigInteger> bad =
        List.of(BigInteger.ZERO, BigInteger.ONE, p.subtract(BigInteger.ONE), p, nonResidue);
    for (BigInteger value : bad) {
      try (RawPeer alice = alice().withPublicValue(value).through(1)) {
        assertThat(alice.read()).as(value.toString(16)).isNull();
      }
    }
    assertThat(rejections()).hasSize(bad.size()).containsOnly("dh_1 rejected: key");
  }

  @Test
  void a_connection_played_back_proves_nothing() throws Exception {
    List<JsonObject> recorded = new ArrayList<>();
    try (RawPeer alice = alice()) {
      for (int step : new int[] {1, 3, 5, 7, 9, 10, 12}) {
        alice.through(step - 1);
        JsonObject pdu = alice.own(step);
        recorded.add(pdu);
        alice.sent(step, pdu);
      }
    }
    try (RawPeer eve = alice()) {
      for (JsonObject pdu : recorded.subList(0, 2)) {
        eve.send(pdu);
      }
      assertThat(RawPdu.type(eve.read())).isEqualTo("dh_2");
      assertThat(reason(eve.read())).isEqualTo("plain");
    }
    try (RawPeer eve = alice()) {
      for (JsonObject pdu : recorded) {
        eve.send(pdu);
      }
      assertThat(RawPdu.type(eve.read())).isEqualTo("dh_2");
      assertThat(reason(eve.read())).isEqualTo("plain");
    }
    assertThat(texts()).containsExactly("step ten");
    assertThat(rejections()).containsOnly("hello rejected: hmac_val");
  }

  @Test
  void a_pdu_sent_twice_on_one_connection_ends_it() throws Exception {
    try (RawPeer alice = alice().through(9)) {
      JsonObject text = alice.text(ID, "once");
      alice.send(text);
      assertThat(RawPdu.type(alice.read())).isEqualTo("ack");
      alice.send(text);
      assertThat(alice.read()).isNull();
    }
    try (RawPeer alice = alice().through(2)) {
      JsonObject hello = alice.own(3);
      alice.send(hello);
      assertThat(RawPdu.type(alice.read())).isEqualTo("chall");
      alice.send(hello);
      assertThat(alice.read()).isNull();
    }
    assertThat(texts()).containsExactly("once");
    assertThat(rejections())
        .containsExactlyInAnyOrder("text rejected: once", "hello rejected: once");
  }

  @Test
  void bobs_own_pdus_sent_back_to_him_are_known() throws Exception {
    try (RawPeer alice = alice().through(3)) {
      JsonObject chall = alice.read();
      alice.send(chall);
      assertThat(alice.read()).isNull();
    }
    assertThat(rejections()).containsExactly("chall rejected: once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resp", "chall", "ack", "nack", "text", "close"})
  void what_comes_before_its_turn_ends_the_connection(String type) throws Exception {
    byte[] body = List.of("resp", "chall").contains(type) ? new byte[32] : null;
    for (int step : new int[] {2, 4, 6, 8}) {
      boolean due = List.of("4resp", "6chall", "8ack", "8nack").contains(step + type);
      try (RawPeer alice = alice().through(step)) {
        alice.send(type.equals("text") ? alice.text(ID, "early") : alice.sealed(type, body));
        if (!due) {
          assertThat(alice.read()).as("at step " + step).isNull();
        }
      }
    }
    assertThat(texts()).isEmpty();
  }

  @Test
  void a_second_text_on_a_connection_is_not_taken() throws Exception {
    try (RawPeer alice = alice().through(11)) {
      alice.send(alice.text(ID, "two"));
      assertThat(alice.read()).isNull();
    }
    assertThat(texts()).containsExactly("step ten");
  }

  @Test
  void a_plain_text_is_no_text() throws Exception {
    try (RawPeer alice = alice().through(9)) {
      JsonObject plain = alice.plain("text", RawPdu.ascii("psst"));
      JsonObject header = plain.object("header").with("id", ID);
      alice.send(RawPdu.summed(plain.with("header", header)));
      assertThat(reason(alice.read())).isEqualTo("protocol");
      assertThat(alice.read()).isNull();
    }
    assertThat(texts()).isEmpty();
    assertThat(rejections()).containsExactly("text rejected: types");
  }

  @Test
  void a_wrong_tag_is_told_where_the_protocol_says_so() throws Exception {
    String wrong = "0".repeat(64);
    for (int step : new int[] {3, 5, 7, 9}) {
      try (RawPeer alice = alice().through(step - 1)) {
        alice.send(RawPdu.tagged(alice.own(step), wrong));
        JsonObject answer = alice.read();
        if (step == 3) {
          assertThat(reason(answer)).isEqualTo("plain");
        } else {
          assertThat(answer).isNull();
        }
      }
    }
    try (RawPeer alice = alice().through(9)) {
      alice.send(RawPdu.tagged(alice.text(ID, "forged"), wrong));
      assertThat(reason(alice.read())).isEqualTo("damaged");
    }
    assertThat(texts()).isEmpty();
    assertThat(rejections()).hasSize(5).allMatch(r -> r.endsWith("hmac_val"));
  }

  @Test
  void one_id_with_two_texts_keeps_the_first() throws Exception {
    assertThat(answerTo(ID, "first")).isEqualTo("ack");
    assertThat(answerTo(ID, "second")).isEqualTo("nack refused");
    assertThat(answerTo(ID, "first")).isEqualTo("ack");
    assertThat(texts()).containsExactly("first");
  }

  private String answerTo(String id, String text) throws Exception {
    try (RawPeer alice = alice().through(9)) {
      return answerTo(alice, id, text);
    }
  }

  private static String answerTo(RawPeer alice, String id, String text) throws Exception {
    alice.send(alice.text(id, text));
    JsonObject answer = alice.read();
    return answer == null
        ? "closed"
        : RawPdu.type(answer).equals("ack") ? "ack" : "nack " + reason(answer);
  }

  @Test
  void one_id_from_many_connections_at_once_is_stored_once() throws Exception {
    assertThat(atOnce(ID, List.of("same", "same", "same", "same", "same", "same")))
        .hasSize(6)
        .containsOnly("ack");
    assertThat(texts()).containsExactly("same");
    List<String> answers = atOnce(OTHER_ID, List.of("a", "b", "c", "d", "e", "f"));
    assertThat(answers).containsOnlyOnce("ack");
    assertThat(answers).filteredOn("nack refused"::equals).hasSize(5);
    assertThat(texts()).hasSize(2);
  }

  private List<String> atOnce(String id, List<String> texts) throws Exception {
    CyclicBarrier together = new CyclicBarrier(texts.size());
    ExecutorService threads = Executors.newFixedThreadPool(texts.size());
    List<Callable<String>> tasks = new ArrayList<>();
    for (String text : texts) {
      tasks.add(
          () -> {
            try (RawPeer alice = alice().through(9)) {
              together.await();
              return answerTo(alice, id, text);
            }
          });
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> answer : threads.invokeAll(tasks)) {
      answers.add(answer.get());
    }
    threads.shutdown();
    return answers;
  }

  @Test
  void who_leaves_after_any_step_leaves_bob_as_he_was() throws Exception {
    for (int step = 0; step <= 9; step++) {
      alice().through(step).close();
    }
    alice().through(10).close();
    assertThat(bob.next(m -> true)).as("it was sent whole").isNotNull();
    assertThat(texts()).containsExactly("step ten");
    assertThat(answerTo(ID, "after all that")).isEqualTo("ack");
    bob.messenger.stopListening();
    assertThat(bob.messages()).hasSize(2);
  }

  @Test
  void a_contact_that_holds_connections_open_loses_its_oldest() throws Exception {
    List<RawPeer> held = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      held.add(alice().through(9));
    }
    assertThat(held.get(0).read()).isNull();
    assertThat(answerTo(held.get(1), ID, "the second still stands")).isEqualTo("ack");
    for (RawPeer peer : held) {
      peer.close();
    }
  }

  @Test
  void who_is_silent_after_any_step_is_left_at_the_deadline() throws Exception {
    for (int step : new int[] {2, 4, 6, 8, 11}) {
      try (RawPeer alice = alice().through(step)) {
        skipped.addAndGet(30_001);
        alice.send(RawPdu.ascii("\n")); // wakes him, who then looks at the clock
        assertThat(alice.read()).as("after step " + step).isNull();
      }
    }
    assertThat(texts()).containsExactly("step ten");
    assertThat(answerTo(ID, "after all that")).isEqualTo("ack");
  }

  @Test
  void what_is_no_text_is_refused_and_not_asked_for_again() throws Exception {
    try (RawPeer alice = alice().through(9)) {
      alice.send(
          RawPdu.sealed(
              alice.keys,
              RawPdu.header("text", alice.now()).with("id", ID),
              new byte[] {(byte) 0xff}));
      assertThat(reason(alice.read())).isEqualTo("refused");
    }
    assertThat(answerTo(ID, "")).isEqualTo("nack refused");
    assertThat(answerTo(ID, "x".repeat(65_537))).isEqualTo("nack refused");
    assertThat(answerTo(ID, "\u0000".repeat(65_536))).isEqualTo("ack");
    assertThat(texts()).containsExactly("\u0000".repeat(65_536));
  }
}
