package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

/** {@code export} and {@code verify --export} as processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportCommandIT {
  private static final String SHARED = "shared between alice and bob";

  @TempDir static Path folder;

  private Someone alice;
  private int exports;

  @BeforeAll
  void two_who_have_talked() throws Exception {
    alice = Someone.init(folder, "alice");
    Someone bob = Someone.init(folder, "bob");
    alice.knows(Someone.Entry.of(bob, SHARED));
    bob.knows(Someone.Entry.of(alice, SHARED));
    try (Run listening = bob.listening()) {
      for (String text : List.of("first Grüße", "second", "third Grusse")) {
        assertThat(alice.send("bob", text).string("status")).isEqualTo("delivered");
      }
      assertThat(listening.terminate().exitCode()).isZero();
    }
  }

  private Path export(int code, String... options) throws Exception {
    Path file = folder.resolve("export-" + exports++);
    List<String> command = new ArrayList<>(List.of("export", file.toString()));
    command.addAll(List.of(options));
    try (Run run = alice.parley(command.toArray(String[]::new))) {
      assertThat(run.exitCode()).as(run.errors()).isEqualTo(code);
      assertThat(run.errors().lines()).hasSize(code == 0 ? 0 : 1);
    }
    assertThat(Files.exists(file)).isEqualTo(code == 0);
    return file;
  }

  /** Without password, data folder or vault. */
  private Run verify(Path file, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("verify", "--export", file.toString()));
    command.addAll(List.of(options));
    Path home = Files.createDirectories(folder.resolve("stranger"));
    return Run.parley(home, Map.of(), command.toArray(String[]::new));
  }

  private JsonObject verdict(Path file, int code, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--json");
    try (Run run = verify(file, all.toArray(String[]::new))) {
      JsonObject result = Someone.json(run.line());
      assertThat(run.exitCode()).isEqualTo(code);
      assertThat(run.rest()).isEmpty();
      assertThat(result.names()).containsExactlyInAnyOrder("ok", "entries", "root", "findings");
      return result;
    }
  }

  private static String key(Path file) throws Exception {
    return Someone.json(Files.readAllLines(file).get(0)).string("public_key");
  }

  @Test
  void the_whole_log_is_accepted_by_a_stranger_with_and_without_the_key() throws Exception {
    Path file = export(0);
    JsonObject good = verdict(file, 0, "--key", key(file));
    assertThat(good.bool("ok")).isTrue();
    assertThat(good.integer("entries", 30, 60)).isGreaterThan(30);
    assertThat(good.string("root")).matches("[0-9a-f]{64}");
    assertThat(good.array("findings").size()).isZero();
    assertThat(verdict(file, 0)).isEqualTo(good);
    try (Run run = verify(file)) {
      assertThat(run.exitCode()).isZero();
      String said = String.join("\n", run.rest());
      assertThat(said).contains("alice", "ingerprint", "not that the other side wrote");
    }
    try (Run run = alice.parley("verify", "--json")) {
      JsonObject own = Someone.json(run.line());
      assertThat(own.string("root")).isEqualTo(good.string("root"));
      assertThat(own.get("entries")).isEqualTo(good.get("entries"));
    }
  }

  @Test
  void a_search_exports_the_messages_that_match_whatever_their_accents() throws Exception {
    Path file = export(0, "--peer", "bob", "--text", "grusse");
    assertThat(verdict(file, 0).get("entries")).isEqualTo(2L);
    assertThat(Files.readString(file)).contains("first Grüße", "third").doesNotContain("second");
    assertThat(verdict(export(0, "--peer", "bob", "--since", "2020-01-01"), 0).get("entries"))
        .isEqualTo(3L);
  }

  @Test
  void what_matches_nothing_writes_nothing() throws Exception {
    export(1, "--text", "nobody wrote this");
    export(1, "--peer", "nobody");
    export(1, "--until", "2020-01-01");
  }

  @Test
  void a_file_that_is_there_stays() throws Exception {
    Path file = Files.writeString(folder.resolve("mine"), "mine");
    try (Run run = alice.parley("export", file.toString())) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors()).contains("already");
    }
    assertThat(file).hasContent("mine");
    try (Run run = alice.parley("export", folder.resolve("no/such/folder").toString())) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors().lines()).hasSize(1);
    }
  }

  @Test
  void a_changed_letter_another_key_and_no_export_are_told_apart() throws Exception {
    Path file = export(0, "--text", "second");
    String good = Files.readString(file);
    Path changed = folder.resolve("changed");
    Files.writeString(changed, good.replace("\"second\"", "\"secomd\""));
    assertThat(kind(changed)).isEqualTo("bad_proof");
    Files.writeString(changed, good.replace("alice", "alicf"));
    assertThat(kind(changed)).isEqualTo("bad_signature");
    Files.writeString(changed, good + "x");
    assertThat(kind(changed)).isEqualTo("malformed");
    String other = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assertThat(kind(file, "--key", other)).isEqualTo("untrusted_key");
    try (Run run = verify(changed)) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(String.join("\n", run.rest())).doesNotContain("second");
    }
  }

  private String kind(Path file, String... options) throws Exception {
    JsonObject verdict = verdict(file, 1, options);
    assertThat(verdict.bool("ok")).isFalse();
    assertThat(verdict.get("entries")).isEqualTo(0L);
    return ((JsonObject) verdict.array("findings").values().get(0)).string("kind");
  }

  @Test
  void wrong_usage_is_2_and_a_missing_file_1() throws Exception {
    try (Run run = verify(folder.resolve("none"), "--key", "nonsense")) {
      assertThat(run.exitCode()).isEqualTo(2);
    }
    try (Run run = verify(folder.resolve("none"))) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors().lines()).hasSize(1);
    }
    try (Run run = alice.parley("verify", "--key", key(export(0)))) {
      assertThat(run.exitCode()).isEqualTo(2);
    }
    export(2, "--format", "pdf");
  }

  @Test
  void a_page_and_a_table_are_for_reading() throws Exception {
    String page = Files.readString(export(0, "--format", "html"));
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("first Grüße", "delivered", "— parley/");
    byte[] table = Files.readAllBytes(export(0, "--format", "csv", "--peer", "bob"));
    String text = new String(table, StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\ufeff\"seq\"")
        .contains("\"sent\",\"bob\",\"second\"", "\"delivered\"");
    assertThat(text.split("\r\n")).hasSize(4);
  }
}
