package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.parley.journal.export.ExportFixture.message;
import static org.parley.journal.export.ExportFixture.part;
import static org.parley.store.TestProfile.commit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.journal.Journal;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

/**
 * Exports against a verifier that shares no code with the program: {@code
 * interop/verify_export.py}, which has no packages, either.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonVerifierIT {
  private static final Path SCRIPT =
      Path.of("src/test/resources/interop/verify_export.py").toAbsolutePath();

  @TempDir static Path folder;
  private ExportFixture here;

  @BeforeAll
  void exports() throws Exception {
    boolean there = hasPython();
    boolean required = "1".equals(System.getenv("PARLEY_REQUIRE_PYTHON"));
    assumeTrue(there || required, "no python3 on this machine");
    assertThat(there).as("python3, which PARLEY_REQUIRE_PYTHON asks for").isTrue();
    here = new ExportFixture(folder);
    try (Journal journal = here.profile.create()) {
      for (int i = 0; i < 40; i++) {
        commit(journal, message(i, i == 7 ? "grüße \u0001\u007f \"你好\" 😀\n\t\\ \u2028" : "m" + i));
      }
      here.export(journal, ExportFormat.LOG, Selection.whole(), "whole");
      here.export(journal, ExportFormat.LOG, part(3, 7, 8, 39), "part");
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private JsonObject python(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] output = process.getInputStream().readAllBytes();
    String text = new String(output, StandardCharsets.UTF_8);
    assertThat(text).startsWith("{");
    JsonObject result = JsonReader.object(text.strip(), JsonProfile.FILE);
    assertThat(process.waitFor()).isEqualTo(result.bool("ok") ? 0 : 1);
    return result;
  }

  private String outcome(String name, String... key) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(here.file(name).toString()));
    arguments.addAll(List.of(key));
    JsonObject result = python(arguments.toArray(String[]::new));
    return result.bool("ok") ? "good " + result.get("entries") : result.string("kind");
  }

  @Test
  void good_exports_are_accepted() throws Exception {
    assertThat(outcome("whole")).isEqualTo("good 40");
    assertThat(outcome("part")).isEqualTo("good 4");
    assertThat(outcome("part", here.key(here.alice).toString())).isEqualTo("good 4");
  }

  @Test
  void another_key_than_the_one_asked_for_is_told() throws Exception {
    String other = here.key(ExportFixture.identity(66)).toString();
    assertThat(outcome("whole", other)).isEqualTo("untrusted_key");
  }

  /** In each case one letter behind the marker is changed, by the program's verdict and here. */
  @ParameterizedTest
  @CsvSource({
    "whole, '\"text\":\"', bad_proof",
    "part, '\"text\":\"', bad_proof",
    "whole, '\"salt\":\"', bad_proof",
    "part, '\"salt\":\"', bad_proof",
    "part, '\"proof\":[\"', bad_proof",
    "whole, '\"checkpoint\":\"parley/', malformed",
    "whole, '\\nowner ', malformed",
    "whole, '\\n40\\n', bad_signature",
    "whole, '\\n\\n— parley/00112233445566778899aabbccddeeff 12345678', bad_signature",
    "whole, '\"public_key\":\"parley/00112233445566778899aabbccddeeff+12345678+AQ', malformed",
    "whole, '\"owner\":\"', malformed",
    "whole, '\"seq\":', malformed",
  })
  void one_changed_letter_is_refused(String name, String marker, String kind) throws Exception {
    byte[] good = Files.readAllBytes(here.file(name));
    String text = new String(good, StandardCharsets.ISO_8859_1);
    String sought =
        new String(marker.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    // Eight digits stand for as many characters of which the test does not care what they are.
    int wild = sought.indexOf("12345678");
    int at = text.indexOf(wild < 0 ? sought : sought.substring(0, wild));
    assertThat(at).isPositive();
    byte[] changed = good.clone();
    int letter = at + sought.length();
    changed[letter] = (byte) (changed[letter] == '1' ? '2' : '1');
    Files.write(here.file("changed"), changed);
    assertThat(outcome("changed")).isEqualTo(kind);
    assertThat(here.verify(changed).findings().get(0).fault().publicName()).isEqualTo(kind);
  }

  @Test
  void a_changed_leaf_is_refused() throws Exception {
    List<String> lines = here.lines("whole");
    ExportLine row = ExportLine.parse(lines.get(5).getBytes(StandardCharsets.UTF_8));
    byte[] leaf = row.leaf().clone();
    lines.set(5, text(ExportLine.withheld(4, leaf, null)));
    assertThat(here.outcome(lines)).isEqualTo("good");
    assertThat(outcome("changed")).isEqualTo("good 40");
    leaf[9] ^= 1;
    lines.set(5, text(ExportLine.withheld(4, leaf, null)));
    assertThat(here.outcome(lines)).isEqualTo("bad_proof ROOT");
    assertThat(outcome("changed")).isEqualTo("bad_proof");
  }

  private static String text(ExportLine line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void lines_left_out_swapped_or_cut_are_refused() throws Exception {
    List<String> lines = here.lines("whole");
    lines.remove(40);
    assertThat(here.outcome(lines)).startsWith("malformed");
    assertThat(outcome("changed")).isEqualTo("malformed");
    lines = here.lines("part");
    java.util.Collections.swap(lines, 1, 2);
    assertThat(here.outcome(lines)).startsWith("malformed");
    assertThat(outcome("changed")).isEqualTo("malformed");
    byte[] good = Files.readAllBytes(here.file("part"));
    assertThat(here.verify(java.util.Arrays.copyOf(good, good.length - 1)).ok()).isFalse();
    assertThat(outcome("changed")).isEqualTo("malformed");
  }
}
