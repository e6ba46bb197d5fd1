package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.parley.json.JsonObject;

/** Two people talk, each a process of the packaged program, over loopback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoProcessesIT {
  private static final String SHARED = "pässwörd they share";

  @TempDir static Path folder;

  private Someone alice;
  private Someone bob;

  @BeforeAll
  void two_profiles() throws Exception {
    alice = Someone.init(folder, "alice");
    bob = Someone.init(folder, "bob");
    alice.knows(Someone.Entry.of(bob, SHARED));
    bob.knows(Someone.Entry.of(alice, SHARED));
  }

  @Test
  void every_kind_of_text_arrives_as_it_was_sent() throws Exception {
    List<String> texts =
        List.of(
            "Grüße aus Köln",
            "你好，世界",
            "👩\u200d👩\u200d👧 🏳️\u200d🌈 e\u0301",
            "two\nlines\ttab",
            "\u001b[2J control",
            "ü".repeat(32 * 1024));
    try (Run listening = bob.listening("--count", Integer.toString(texts.size()))) {
      for (String text : texts) {
        JsonObject sent = alice.send("bob", text);
        assertThat(sent.string("status")).isEqualTo("delivered");

        JsonObject received = Someone.json(listening.line());
        assertThat(received.string("from")).isEqualTo("alice");
        assertThat(received.string("text")).isEqualTo(text);
        assertThat(received.string("id")).isEqualTo(sent.string("id"));
      }
      assertThat(listening.exitCode()).isZero();
      assertThat(listening.rest()).isEmpty();
    }
    alice.verifies();
    bob.verifies();
  }

  @Test
  void both_sides_send_while_both_listen() throws Exception {
    try (Run a = alice.listening("--stdin", "--count", "1");
        Run b = bob.listening("--stdin", "--count", "1")) {
      a.type("{\"to\":\"bob\",\"text\":\"from alice ü\"}\n");
      b.type("{\"to\":\"alice\",\"text\":\"from bob 你\"}\n");

      for (Run run : List.of(a, b)) {
        String other = run == a ? "bob" : "alice";
        List<JsonObject> both = new ArrayList<>();
        both.add(Someone.json(run.line()));
        both.add(Someone.json(run.line()));
        assertThat(both)
            .anyMatch(o -> "delivered".equals(o.get("status")) && other.equals(o.get("to")));
        assertThat(both).anyMatch(o -> other.equals(o.get("from")));
        assertThat(run.exitCode()).as(run.errors()).isZero();
      }
    }
  }

  @Test
  void a_message_beyond_64_kib_is_refused_before_anything_is_sent() throws Exception {
    try (Run run = alice.parley("send", "bob")) {
      run.type("x".repeat(64 * 1024 + 1)).endOfInput();

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors()).contains("64 KiB");
    }
  }

  @Test
  void text_on_the_command_line_survives_a_locale_without_letters() throws Exception {
    try (Run listening = bob.listening("--count", "1");
        Run send = alice.parley(Map.of("LC_ALL", "C"), "send", "bob", "Grüße 张伟")) {
      assertThat(send.exitCode()).as(send.errors()).isZero();
      assertThat(Someone.json(listening.line()).string("text")).isEqualTo("Grüße 张伟");
      assertThat(listening.exitCode()).isZero();
    }
    try (Run history = alice.parley(Map.of("LC_ALL", "C"), "history", "--text", "grusse 张")) {
      assertThat(history.line()).contains("Grüße 张伟");
    }
  }

  @Test
  void nobody_listening_has_its_own_sentence() throws Exception {
    JsonObject sent = alice.send("bob", "anybody there?");

    assertThat(sent.string("status")).isEqualTo("failed");
    assertThat(sent.string("reason")).contains("Nothing listens there");
  }

  @Test
  void a_listener_that_stays_silent_has_its_own_sentence() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      JsonObject result = sendTo(alice, silent.getLocalPort(), SHARED);

      assertThat(result.string("status")).isEqualTo("failed");
      assertThat(result.string("reason")).contains("stays silent");
    }
  }

  @Test
  void a_message_to_an_address_is_delivered() throws Exception {
    try (Run listening = bob.listening("--count", "1")) {
      JsonObject result = sendTo(alice, bob.port(), SHARED);

      assertThat(result.string("status"))
          .as(String.valueOf(result.get("reason")))
          .isEqualTo("delivered");
      assertThat(Someone.json(listening.line()).string("id")).isEqualTo(result.string("id"));
      assertThat(listening.exitCode()).isZero();
    }
  }

  @Test
  void a_wrong_password_and_an_unknown_name_read_the_same() throws Exception {
    Someone carol = Someone.init(folder, "carol");
    carol.knows(Someone.Entry.of(bob, SHARED));
    Someone dave = Someone.init(folder, "dave");
    dave.knows(Someone.Entry.of(bob, "password of dave"));
    bob.knows(
        Someone.Entry.of(alice, SHARED),
        new Someone.Entry("dave", "another password", dave.port()));
    try (Run listening = bob.listening()) {
      JsonObject unknown = carol.send("bob", "hello");
      JsonObject wrong = dave.send("bob", "hello");

      assertThat(unknown.string("reason")).contains("Authentication failed");
      assertThat(wrong.string("reason")).isEqualTo(unknown.string("reason"));
      assertThat(wrong.string("status")).isEqualTo("failed");
    } finally {
      bob.knows(Someone.Entry.of(alice, SHARED));
    }
  }

  @Test
  void a_contact_that_the_directory_does_not_have_is_told_so() throws Exception {
    try (Run run = alice.parley("send", "nobody", "hello")) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors()).contains("no usable contact");
    }
  }

  @Test
  void somebody_else_who_answers_is_named() throws Exception {
    Someone erin = Someone.init(folder, "erin");
    erin.knows(new Someone.Entry("frank", SHARED, bob.port()));
    try (Run listening = bob.listening()) {
      JsonObject sent = erin.send("frank", "hello");

      assertThat(sent.string("status")).isEqualTo("failed");
      assertThat(sent.string("reason")).contains("calling themselves bob");
    }
  }

  @Test
  void a_check_authenticates_and_sends_nothing() throws Exception {
    long before = bob.history().size();
    try (Run listening = bob.listening();
        Run check = alice.parley("contacts", "check", "bob", "--json")) {
      assertThat(Someone.json(check.line()).bool("ok")).isTrue();
      assertThat(check.exitCode()).isZero();
      listening.terminate();
      assertThat(listening.exitCode()).isZero();
      assertThat(listening.rest()).isEmpty();
    }
    try (Run check = alice.parley("contacts", "check", "bob", "--json")) {
      JsonObject result = Someone.json(check.line());
      assertThat(result.bool("ok")).isFalse();
      assertThat(result.string("reason")).contains("Nothing listens there");
      assertThat(check.exitCode()).isEqualTo(1);
    }
    assertThat(bob.history()).hasSize((int) before);
  }

  @Test
  void what_is_queued_is_delivered_before_the_next_message() throws Exception {
    JsonObject first = alice.send("bob", "first, queued", "--queue");
    assertThat(first.string("status")).isEqualTo("queued");
    assertThat(first.string("reason")).contains("Nothing listens there");
    try (Run listening = bob.listening("--count", "2")) {
      assertThat(alice.send("bob", "second").string("status")).isEqualTo("delivered");

      assertThat(Someone.json(listening.line()).string("text")).isEqualTo("first, queued");
      assertThat(Someone.json(listening.line()).string("text")).isEqualTo("second");
      assertThat(listening.exitCode()).isZero();
    }
  }

  @Test
  void the_history_is_in_the_order_of_time_also_where_nothing_was_ever_sent() throws Exception {
    alice.send("bob", "into the void");
    try (Run listening = bob.listening("--count", "1")) {
      alice.send("bob", "after it");
      assertThat(listening.exitCode()).isZero();
    }

    assertThat(alice.history("--limit", "2").stream().map(m -> m.get("text")))
        .containsExactly("into the void", "after it");
    assertThat(alice.history("--limit", "1").stream().map(m -> m.get("text")))
        .containsExactly("after it");
    assertThat(alice.history("--limit", "1", "--text", "THE VOID").stream().map(m -> m.get("seq")))
        .as("it has no row")
        .containsExactly((Object) null);
    List<Object> all = alice.history().stream().map(m -> m.get("text")).toList();
    assertThat(all.subList(all.size() - 2, all.size()))
        .containsExactly("into the void", "after it");
  }

  private static JsonObject sendTo(Someone from, int port, String password) throws Exception {
    Path file = Files.writeString(from.home().resolve("peer"), password + "\n");
    try (Run run =
        from.parley(
            "send",
            "--to",
            "127.0.0.1:" + port,
            "--peer-password-file",
            file.toString(),
            "--json",
            "to an address")) {
      JsonObject result = Someone.json(run.line());
      run.exitCode();
      return result;
    }
  }
}
