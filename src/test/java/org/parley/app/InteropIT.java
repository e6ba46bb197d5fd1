package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.SecretBytes;
import org.parley.json.JsonObject;
import org.parley.json.JsonWriter;
import org.parley.name.PeerName;
import org.parley.session.ContactSecret;

/**
 * The packaged program against another implementation, which was written from the protocol's
 * description alone: {@code interop/peer.py}. It also plays the attacker.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InteropIT {
  private static final String SHARED = "shared ünd secret";
  private static final String ID = "6f1dc595-0000-4000-8000-0000000000";
  private static final Path SCRIPT = Path.of("src/test/resources/interop/peer.py").toAbsolutePath();
  private static final Path VECTORS =
      Path.of("src/test/resources/vectors/classic.json").toAbsolutePath();

  @TempDir static Path folder;

  private Someone alice;
  private String secret;

  @BeforeAll
  void a_profile_that_knows_the_other() throws Exception {
    boolean python = hasPython();
    assumeTrue(python || required(), "no python3 on this machine");
    assertThat(python).as("python3, which PARLEY_REQUIRE_PYTHON asks for").isTrue();
    alice = Someone.init(folder, "alice");
    try (SecretBytes derived =
        ContactSecret.derive(SHARED.toCharArray(), PeerName.of("alice"), PeerName.of("zoë"))) {
      secret = HexFormat.of().formatHex(derived.expose());
    }
  }

  private static boolean required() {
    return "1".equals(System.getenv("PARLEY_REQUIRE_PYTHON"));
  }

  private boolean hasPython() throws InterruptedException {
    try (Run run = Run.of(folder, Map.of(), List.of("python3", "--version"))) {
      return run.exitCode() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Run python(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return Run.of(folder, Map.of("PYTHONUTF8", "1"), command);
  }

  /** Starts the other side as a listener, and lets alice know it under that port. */
  private Run other(String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("listen", "--name", "zoë", "--contact", "alice", "--secret", secret));
    arguments.addAll(List.of(more));
    Run run = python(arguments.toArray(String[]::new));
    long port = Someone.json(run.line()).integer("listening", 1, 65535);
    alice.knows(new Someone.Entry("zoë", SHARED, (int) port));
    return run;
  }

  private Run sender(String hex, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("send", "--name", "zoë", "--contact", "alice", "--secret", hex));
    arguments.addAll(List.of("--port", Integer.toString(alice.port())));
    arguments.addAll(List.of(more));
    return python(arguments.toArray(String[]::new));
  }

  private static String message(int number, String text) {
    JsonObject object = JsonObject.empty().with("id", ID + number).with("text", text);
    return JsonWriter.canonical(object) + "\n";
  }

  private void expectFailure(Run other, String sentence) throws Exception {
    JsonObject sent = alice.send("zoë", "hello");
    assertThat(sent.string("status")).isEqualTo("failed");
    assertThat(sent.string("reason")).contains(sentence);
    other.close();
  }

  @Test
  void the_other_implementation_reproduces_the_published_transcripts() throws Exception {
    try (Run run = python("check", VECTORS.toString())) {
      assertThat(run.exitCode()).as(run.errors()).isZero();
      assertThat(run.rest()).hasSize(4);
    }
  }

  @Test
  void it_receives_what_parley_sends() throws Exception {
    List<String> texts = List.of("Grüße", "你好 👋🏽", "ü".repeat(32 * 1024));
    try (Run other = other("--count", Integer.toString(texts.size()))) {
      for (String text : texts) {
        assertThat(alice.send("zoë", text).get("reason")).isNull();
        JsonObject received = Someone.json(other.line());
        assertThat(received.string("from")).isEqualTo("alice");
        assertThat(received.string("text")).isEqualTo(text);
      }
    }
    alice.verifies();
  }

  @Test
  void parley_receives_what_it_sends_and_shows_one_id_once() throws Exception {
    alice.knows(new Someone.Entry("zoë", SHARED, 1));
    try (Run listening = alice.listening();
        Run other = sender(secret)) {
      other.type(message(10, "Grüße 你好")).type(message(10, "Grüße 你好"));
      other.type(message(10, "another text under that id")).type(message(11, "the last"));
      other.endOfInput();

      assertThat(Someone.json(other.line()).bool("delivered")).isTrue();
      assertThat(Someone.json(other.line()).bool("delivered")).as("the same again").isTrue();
      JsonObject refused = Someone.json(other.line());
      assertThat(refused.bool("delivered")).isFalse();
      assertThat(refused.string("reason")).isEqualTo("nack: refused");
      assertThat(Someone.json(other.line()).bool("delivered")).isTrue();

      JsonObject first = Someone.json(listening.line());
      assertThat(first.string("text")).isEqualTo("Grüße 你好");
      assertThat(first.string("from")).isEqualTo("zoë");
      assertThat(Someone.json(listening.line()).string("text")).isEqualTo("the last");
      assertThat(listening.terminate().exitCode()).isZero();
      assertThat(listening.rest()).isEmpty();
    }
    alice.verifies();
  }

  @Test
  void somebody_without_the_secret_gets_a_plain_nack() throws Exception {
    alice.knows(new Someone.Entry("zoë", SHARED, 1));
    try (Run listening = alice.listening();
        Run other = sender("00".repeat(32))) {
      other.type(message(20, "let me in")).endOfInput();

      assertThat(Someone.json(other.line()).string("reason")).isEqualTo("nack: plain");
      assertThat(listening.terminate().exitCode()).isZero();
      assertThat(listening.rest()).isEmpty();
    }
  }

  @Test
  void a_public_value_out_of_the_group_gets_nowhere() throws Exception {
    alice.knows(new Someone.Entry("zoë", SHARED, 1));
    try (Run listening = alice.listening();
        Run other = sender(secret, "--fault", "public-value")) {
      other.type(message(30, "hello")).endOfInput();

      assertThat(Someone.json(other.line()).bool("delivered")).isFalse();
      assertThat(listening.terminate().exitCode()).isZero();
      assertThat(listening.rest()).isEmpty();
    }
    expectFailure(other("--fault", "public-value"), "does not keep to the protocol");
  }

  @Test
  void a_forged_plain_ack_delivers_nothing() throws Exception {
    expectFailure(other("--fault", "forged-ack"), "does not keep to the protocol");
  }

  @Test
  void a_mirrored_handshake_gets_nowhere() throws Exception {
    // alice's own process both dials and answers: her contact's address is the mirror's.
    try (Run mirror = python("mirror", "--name", "zoë", "--port", Integer.toString(alice.port()))) {
      long port = Someone.json(mirror.line()).integer("listening", 1, 65535);
      alice.knows(new Someone.Entry("zoë", SHARED, (int) port));
      try (Run both = alice.listening("--stdin")) {
        both.type("{\"to\":\"zoë\",\"text\":\"to myself\"}\n");

        assertThat(Someone.json(both.line()).string("status")).isEqualTo("failed");
        assertThat(Someone.json(mirror.line()).array("mirrored").values())
            .contains("dh_1", "dh_2", "hello")
            .doesNotContain("resp", "text");
        assertThat(both.terminate().exitCode()).isZero();
        assertThat(both.rest()).isEmpty();
      }
    }
  }

  @Test
  void a_clock_that_is_60_seconds_off_is_named() throws Exception {
    expectFailure(other("--clock", "60"), "clocks differ by about");
  }

  @Test
  void a_silent_peer_is_named() throws Exception {
    expectFailure(other("--fault", "silent"), "stays silent");
  }
}
