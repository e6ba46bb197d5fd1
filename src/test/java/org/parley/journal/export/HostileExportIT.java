package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.journal.export.ExportFixture.first;
import static org.parley.journal.export.ExportFixture.message;
import static org.parley.journal.export.ExportFixture.part;
import static org.parley.store.TestProfile.commit;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.journal.Journal;
import org.parley.journal.Progress;

/** Exports that somebody changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileExportIT {
  @TempDir static Path folder;
  private ExportFixture here;

  @BeforeAll
  void exports() throws Exception {
    here = new ExportFixture(folder);
    try (Journal journal = here.profile.create()) {
      commit(journal, message(1, "one"), message(2, "two"), message(3, "three"));
      here.export(journal, ExportFormat.LOG, Selection.whole(), "whole");
      here.export(journal, ExportFormat.LOG, part(0, 2), "part");
      here.export(
          journal,
          ExportFixture.identity(66),
          here.plan(ExportFormat.LOG, ExportFixture.basis(journal), Selection.whole()),
          "mallory");
    }
    assertThat(first(here.verify("whole"))).isEqualTo("good");
    assertThat(first(here.verify("part"))).isEqualTo("good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "part"})
  void any_byte_that_is_changed_is_noticed(String name) throws Exception {
    byte[] good = Files.readAllBytes(here.file(name));
    for (int at = 0; at < good.length; at++) {
      for (int bit : new int[] {1, 4, 0x20, 0x80}) {
        byte[] changed = good.clone();
        changed[at] ^= (byte) bit;
        ExportVerdict verdict = here.verify(changed);
        assertThat(verdict.ok()).as("byte " + at + " xor " + bit).isFalse();
        assertThat(verdict.export()).isNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "part"})
  void any_byte_left_out_or_put_in_is_noticed(String name) throws Exception {
    byte[] good = Files.readAllBytes(here.file(name));
    for (int at = 0; at < good.length; at++) {
      byte[] shorter = new byte[good.length - 1];
      System.arraycopy(good, 0, shorter, 0, at);
      System.arraycopy(good, at + 1, shorter, at, good.length - at - 1);
      assertThat(here.verify(shorter).ok()).as("without byte " + at).isFalse();
      byte[] longer = Arrays.copyOf(good, good.length + 1);
      System.arraycopy(good, at, longer, at + 1, good.length - at);
      longer[at] = ' ';
      assertThat(here.verify(longer).ok()).as("space before byte " + at).isFalse();
    }
  }

  @Test
  void a_cut_whole_is_noticed_wherever_it_is_cut_and_a_part_within_a_line() throws Exception {
    byte[] whole = Files.readAllBytes(here.file("whole"));
    for (int end = 0; end < whole.length; end++) {
      assertThat(here.verify(Arrays.copyOf(whole, end)).ok()).as("whole cut at " + end).isFalse();
    }
    byte[] part = Files.readAllBytes(here.file("part"));
    for (int end = 0; end < part.length; end++) {
      // A part says nothing about what it leaves out: with a row less it is a part, too.
      boolean atLineEnd = end > 0 && part[end - 1] == '\n';
      assertThat(here.verify(Arrays.copyOf(part, end)).ok())
          .as("part cut at " + end)
          .isEqualTo(atLineEnd);
    }
  }

  @Test
  void lines_that_are_swapped_doubled_or_left_out_are_noticed() throws Exception {
    for (String name : List.of("whole", "part")) {
      List<String> lines = here.lines(name);
      Collections.swap(lines, 1, 2);
      assertThat(here.outcome(lines)).isEqualTo("malformed ORDER");
      lines = here.lines(name);
      lines.add(2, lines.get(1));
      assertThat(here.outcome(lines)).isEqualTo("malformed ORDER");
      lines = here.lines(name);
      lines.add(lines.get(0));
      assertThat(here.outcome(lines)).isEqualTo("malformed LINE");
      lines = here.lines(name);
      lines.add("");
      assertThat(here.outcome(lines)).isEqualTo("malformed LINE");
      lines = here.lines(name);
      lines.remove(0);
      assertThat(here.outcome(lines)).isEqualTo("malformed HEADER");
    }
    List<String> whole = here.lines("whole");
    whole.remove(2);
    assertThat(here.outcome(whole)).isEqualTo("malformed ORDER");
    whole = here.lines("whole");
    whole.remove(3);
    assertThat(here.outcome(whole)).isEqualTo("malformed ROWS_MISSING");
  }

  @Test
  void the_proof_of_another_row_is_none() throws Exception {
    List<String> lines = here.lines("part");
    String first = proof(lines.get(1));
    String second = proof(lines.get(2));
    List<String> changed = here.lines("part");
    changed.set(1, lines.get(1).replace(first, second));
    assertThat(here.outcome(changed)).isEqualTo("bad_proof PROOF 0");
    changed = here.lines("part");
    changed.set(2, lines.get(2).replace(second, first));
    assertThat(here.outcome(changed)).isEqualTo("bad_proof PROOF 2");
    changed.set(1, lines.get(1).replace(first, "\"proof\":[]"));
    ExportVerdict verdict =
        here.verify((String.join("\n", changed) + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.findings()).extracting(ExportFinding::seq).containsExactly(0L, 2L);
  }

  private static String proof(String line) {
    return line.substring(line.indexOf("\"proof\""), line.indexOf(']') + 1);
  }

  @Test
  void a_changed_letter_of_a_message_is_a_bad_proof() throws Exception {
    List<String> whole = here.lines("whole");
    whole.set(2, whole.get(2).replace("\"two\"", "\"twa\""));
    assertThat(here.outcome(whole)).isEqualTo("bad_proof ROOT");
    List<String> part = here.lines("part");
    part.set(2, part.get(2).replace("\"three\"", "\"thrae\""));
    assertThat(here.outcome(part)).isEqualTo("bad_proof PROOF 2");
  }

  @Test
  void a_whole_is_no_part_and_a_part_no_whole() throws Exception {
    for (String name : List.of("whole", "part")) {
      List<String> lines = here.lines(name);
      String other = name.equals("whole") ? "part" : "whole";
      lines.set(0, lines.get(0).replace("\"kind\":\"" + name + "\"", "\"kind\":\"" + other + "\""));
      assertThat(here.outcome(lines)).isEqualTo("malformed PROOF_MISPLACED");
    }
  }

  @Test
  void members_too_many_and_too_few_and_in_another_order_are_noticed() throws Exception {
    for (String name : List.of("whole", "part")) {
      for (int line = 0; line < 3; line++) {
        List<String> lines = here.lines(name);
        String good = lines.get(line);
        lines.set(line, good.substring(0, good.length() - 1) + ",\"z\":null}");
        assertThat(here.outcome(lines)).startsWith("malformed");
        lines.set(line, "{\"a\":1," + good.substring(1));
        assertThat(here.outcome(lines)).startsWith("malformed");
        lines.set(line, good.replaceFirst(",", ", "));
        assertThat(here.outcome(lines)).startsWith("malformed");
        lines.set(line, good + " ");
        assertThat(here.outcome(lines)).startsWith("malformed");
        lines.set(line, good + "\r");
        assertThat(here.outcome(lines)).startsWith("malformed");
      }
      List<String> lines = here.lines(name);
      String good = lines.get(1);
      lines.set(1, good.replace("\"text\":\"one\"", "\"text\":\"one\",\"text2\":null"));
      assertThat(here.outcome(lines)).isEqualTo("malformed LINE");
      lines.set(1, good.replace("\"of\":null,", ""));
      assertThat(here.outcome(lines)).isEqualTo("malformed LINE");
      lines.set(1, good.replace("\"text\":\"one\"", "\"text\":\"one\",\"text\":\"one\""));
      assertThat(here.outcome(lines)).isEqualTo("malformed LINE");
      lines.set(1, good.replace("\"text\":\"one\"", "\"text\":\"\\u006fne\""));
      assertThat(here.outcome(lines)).isEqualTo("malformed LINE");
    }
  }

  @Test
  void a_header_that_contradicts_its_checkpoint_is_noticed() throws Exception {
    for (String[] change :
        new String[][] {
          {"\"owner\":\"alice\"", "\"owner\":\"alicf\""},
          {"\"exported\":\"2026", "\"exported\":\"2025"},
          {"\"verified\":true", "\"verified\":false"},
          {"\"parley_export\":1", "\"parley_export\":2"},
          {"\"kind\":\"whole\"", "\"kind\":\"hole\""},
        }) {
      List<String> lines = here.lines("whole");
      lines.set(0, lines.get(0).replace(change[0], change[1]));
      assertThat(here.outcome(lines)).as(change[1]).isEqualTo("malformed HEADER");
    }
    List<String> lines = here.lines("whole");
    lines.set(0, lines.get(0).replace("alice", "alicf"));
    assertThat(here.outcome(lines)).isEqualTo("bad_signature SIGNATURE");
  }

  @Test
  void another_key_in_the_file_has_not_signed() throws Exception {
    List<String> lines = here.lines("whole");
    String mallory = here.key(ExportFixture.identity(66)).toString();
    lines.set(0, lines.get(0).replace(here.key(here.alice).toString(), mallory));
    assertThat(here.outcome(lines)).isEqualTo("bad_signature NOT_SIGNED");
  }

  @Test
  void the_owners_key_is_asked_for_before_anything_is_said_of_the_rows() throws Exception {
    VerifierKey alice = here.key(here.alice);
    assertThat(first(new ExportReader(here.file("whole"), alice).verify(Progress.NONE)))
        .isEqualTo("good");
    ExportVerdict verdict = new ExportReader(here.file("mallory"), alice).verify(Progress.NONE);
    assertThat(first(verdict)).isEqualTo("untrusted_key OTHER_KEY");
    assertThat(verdict.root()).isNull();
    // Without a key to ask for it is consistent with itself, and its fingerprint is another.
    VerifiedExport self = here.verify("mallory").export();
    assertThat(self.key().fingerprint()).isNotEqualTo(alice.fingerprint());
  }

  @Test
  void a_line_without_end_is_refused_before_it_is_kept() throws Exception {
    Path file = here.file("huge");
    byte[] header = (here.lines("whole").get(0) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'a');
    for (boolean withHeader : new boolean[] {true, false}) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        out.write(withHeader ? header : new byte[0]);
        for (int i = 0; i < 64; i++) {
          out.write(block);
        }
      }
      assertThat(first(new ExportReader(file, null).verify(Progress.NONE)))
          .isEqualTo("malformed LONG_LINE");
    }
  }

  @Test
  void what_is_no_export_at_all_is_malformed() throws Exception {
    for (String text : List.of("", "\n", "{}\n", "[]\n", "null\n", "hello\n", "\ufeff{}\n")) {
      ExportVerdict verdict = here.verify(text.getBytes(StandardCharsets.UTF_8));
      assertThat(verdict.findings()).hasSize(1);
      assertThat(Set.of(ExportDetail.HEADER, ExportDetail.CUT))
          .contains(verdict.findings().get(0).detail());
    }
  }
}
