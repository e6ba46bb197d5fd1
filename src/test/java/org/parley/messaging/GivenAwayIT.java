package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.HmacSha256;
import org.parley.crypto.SecretBytes;
import org.parley.json.JsonObject;
import org.parley.json.JsonWriter;
import org.parley.network.Clocks;
import org.parley.words.Words;

/** What the classic protocol cannot keep: the attacks that succeed, and how far they get. */
class GivenAwayIT {
  private static final String WEAK = "dragon";

  @TempDir private Path folder;
  private TestPeer alice;
  private ServerSocket server;

  @BeforeEach
  void meet() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    alice = new TestPeer("alice", folder.resolve("a"), Clocks.system());
    alice.knows("bob", server.getLocalPort(), WEAK);
    alice.messenger.send(TestPeer.named("bob"), "hello", true);
  }

  @AfterEach
  void part() throws Exception {
    alice.close();
    server.close();
  }

  private CompletableFuture<Delivery> delivering() {
    return CompletableFuture.supplyAsync(
        () -> alice.messenger.deliver(TestPeer.named("bob"), new Cancellation()),
        task -> new Thread(task).start());
  }

  @Test
  void who_answers_in_bobs_place_can_try_passwords_at_home_and_finds_a_weak_one() throws Exception {
    CompletableFuture<Delivery> delivery = delivering();
    JsonObject hello;
    RawPeer eve = RawPeer.accepted(server.accept(), "bob", "alice", new byte[32]);
    try (eve) {
      eve.through(2);
      hello = eve.read();
    }
    assertThat(delivery.get(60, TimeUnit.SECONDS).failure()).isNotNull();

    // From here on without alice, and for as long as eve likes.
    String found = null;
    List<String> list = List.of("123456", "password", "qwerty", "letmein", "dragon", "monkey");
    long begin = System.nanoTime();
    int guesses = 0;
    for (String guess : list) {
      guesses++;
      if (fits(eve, hello, guess)) {
        found = guess;
        break;
      }
    }
    double each = (System.nanoTime() - begin) / 1e9 / guesses;
    System.out.printf("offline guessing: %.1f guesses a second on one core%n", 1 / each);
    assertThat(found).as("this is what weaknesses.txt says").isEqualTo(WEAK);
    assertThat(each).as("seconds a guess: what Argon2id is there for").isGreaterThan(0.02);
  }

  private static boolean fits(RawPeer eve, JsonObject hello, String guess) throws Exception {
    RawPdu.Keys keys = eve.keysOf(RawPeer.secret(guess, "alice", "bob"));
    JsonObject security = hello.object("security");
    JsonObject bare =
        hello
            .with("header", hello.object("header").with("crc", 0))
            .with(
                "security", security.with("hmac", security.object("hmac").with("hmac_val", null)));
    byte[] tag = HmacSha256.of(SecretBytes.copyOf(keys.hmac()), JsonWriter.canonicalBytes(bare));
    return java.util.HexFormat.of()
        .formatHex(tag)
        .equals(security.object("hmac").string("hmac_val"));
  }

  @Test
  void names_are_read_by_whoever_is_on_the_way() throws Exception {
    CompletableFuture<Delivery> delivery = delivering();
    try (RawPeer eve = RawPeer.accepted(server.accept(), "bob", "alice", new byte[32])) {
      String dh1 = eve.read().string("message");
      String body = new String(java.util.Base64.getDecoder().decode(dh1), StandardCharsets.UTF_8);
      assertThat(body).contains("\"user\":\"alice\"");
    }
    assertThat(delivery.get(60, TimeUnit.SECONDS).delivered()).isZero();
  }

  @Test
  void a_false_clock_is_told_as_a_hint_and_delivers_nothing() throws Exception {
    CompletableFuture<Delivery> delivery = delivering();
    try (RawPeer eve = RawPeer.accepted(server.accept(), "bob", "alice", new byte[32])) {
      eve.read();
      eve.send(RawPdu.plain("nack", null, System.currentTimeMillis() + 3_600_000));
    }
    Failure failure = delivery.get(60, TimeUnit.SECONDS).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.CLOCKS_DIFFER);
    assertThat(failure.sentence(Words.in(Locale.ENGLISH)))
        .contains("about 3600 seconds, as far as the other side can be believed");
    assertThat(alice.messages()).extracting(Message::fate).containsExactly(Fate.WAITING);
  }
}
