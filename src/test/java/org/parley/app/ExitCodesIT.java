package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the process tells its caller, and its one sentence, of everything that can go wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExitCodesIT {
  @TempDir static Path folder;

  private Someone alice;

  @BeforeAll
  void a_profile() throws Exception {
    alice = Someone.init(folder, "alice");
  }

  private static void ends(Run run, int code, String... words) throws Exception {
    try (run) {
      assertThat(run.endOfInput().exitCode()).as(run.errors()).isEqualTo(code);
      for (String word : words) {
        assertThat(run.errors()).contains(word);
      }
      assertThat(run.errors()).doesNotContain("Exception", "\tat ");
      assertThat(run.errors().lines()).as("one sentence: " + run.errors()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-such-option",
        "nonsense",
        "history --limit 0",
        "history --since yesterday",
        "history --direction up",
        "listen --port 70000",
        "listen --count",
        "send",
        "send --to 127.0.0.1:5000 hello",
        "send --to nowhere --peer-password-file pw hello",
        "send bob --peer-password-file pw hello",
        "send a b c",
        "contacts",
        "contacts add bob --address 127.0.0.1 --peer-port 5000",
        "contacts add bob --address 127.0.0.1 --peer-port x --generate",
        "init --user alice",
        "listen --data a --data b"
      })
  void wrong_usage_is_2(String command) throws Exception {
    ends(Run.parley(alice.home(), Map.of(), command.split(" ")), 2);
  }

  @Test
  void already_initialised_is_1() throws Exception {
    ends(
        alice.parley("init", "--user", "alice", "--port", "5000"),
        1,
        "already",
        alice.data().toString());
  }

  @Test
  void no_vault_is_3_and_names_init() throws Exception {
    Path none = folder.resolve("none");

    ends(
        Run.parley(
            alice.home(), Map.of("PARLEY_PASSWORD", "x"), "listen", "--data", none.toString()),
        3,
        "init");
    assertThat(none).doesNotExist();
  }

  @Test
  void a_wrong_startup_password_is_3() throws Exception {
    ends(
        Run.parley(
            alice.home(),
            Map.of("PARLEY_PASSWORD", "wrong"),
            "history",
            "--data",
            alice.data().toString()),
        3,
        "password");
  }

  @Test
  void no_startup_password_at_all_is_3() throws Exception {
    ends(
        Run.parley(alice.home(), Map.of(), "history", "--data", alice.data().toString()),
        3,
        "PARLEY_PASSWORD",
        "--password-file");
  }

  @Test
  void a_damaged_vault_is_3() throws Exception {
    Someone victim = Someone.init(folder, "victim");
    Path vault = victim.data().resolve("vault.json");
    Files.writeString(
        vault,
        Files.readString(vault).replaceFirst("\"memory_kib\": ?131072", "\"memory_kib\": 131073"));

    ends(victim.parley("history"), 3, "damaged");
  }

  @Test
  void nothing_that_matches_is_1() throws Exception {
    ends(alice.parley("history", "--text", "nobody ever wrote this"), 1);
  }

  @Test
  void a_folder_held_by_another_parley_is_1_and_names_the_process() throws Exception {
    try (Run listening = alice.listening()) {
      ends(
          alice.parley("send", "bob", "hello"),
          1,
          Long.toString(listening.pid()),
          "listen --stdin");
      assertThat(listening.terminate().exitCode()).isZero();
    }
  }

  @Test
  void a_port_in_use_is_1() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      String port = Integer.toString(taken.getLocalPort());
      ends(alice.parley("listen", "--port", port), 1, port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gui", "demo", ""})
  void no_display_is_1_and_names_the_commands_that_need_none(String command) throws Exception {
    String[] arguments = command.isEmpty() ? new String[0] : new String[] {command};
    ends(Run.parley(alice.home(), Map.of(), arguments), 1, "listen", "send", "history");
    ends(Run.parley(alice.home(), Map.of("DISPLAY", ":97"), arguments), 1, "listen");
  }

  @Test
  void sigterm_ends_a_listener_in_order() throws Exception {
    try (Run listening = alice.listening()) {
      assertThat(listening.terminate().exitCode()).isZero();
      assertThat(listening.errors()).isEmpty();
    }
    alice.verifies();
  }

  @Test
  void help_is_0() throws Exception {
    try (Run run = Run.parley(alice.home(), Map.of("LC_ALL", "C"), "history", "--help")) {
      assertThat(run.exitCode()).isZero();
      assertThat(String.join("\n", run.rest())).contains("--text", "--peer", "--password-file");
    }
  }
}
