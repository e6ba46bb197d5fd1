package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.journal.export.ExportFixture.basis;
import static org.parley.journal.export.ExportFixture.first;
import static org.parley.journal.export.ExportFixture.message;
import static org.parley.journal.export.ExportFixture.part;
import static org.parley.store.TestProfile.commit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.LocalTypes;
import org.parley.journal.Progress;
import org.parley.store.Damage;

class ExportIT {
  @TempDir Path folder;
  private ExportFixture here;

  @BeforeEach
  void profile() throws Exception {
    here = new ExportFixture(folder);
  }

  private Journal filled(int messages) throws Exception {
    Journal journal = here.profile.create();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      entries.add(message(i, "message " + i + " grüße \u0001 \"你好\" 😀\n"));
    }
    commit(journal, Batch.of(Durability.ASYNC, entries));
    return journal;
  }

  private List<ExportedRow> rows(String name) throws IOException {
    List<ExportedRow> rows = new ArrayList<>();
    assertThat(here.verify(name).export().forEach(rows::add, Progress.NONE)).isTrue();
    return rows;
  }

  @Test
  void a_whole_log_is_accepted_and_holds_every_row() throws Exception {
    try (Journal journal = filled(300)) {
      Exported done = here.export(journal, ExportFormat.LOG, Selection.whole(), "log");
      assertThat(done.rows()).isEqualTo(300);
      assertThat(done.withheld()).isZero();
      VerifiedExport export = here.verify("log").export();
      assertThat(export.kind()).isEqualTo(ExportKind.WHOLE);
      assertThat(export.rows()).isEqualTo(300);
      assertThat(export.size()).isEqualTo(300);
      assertThat(export.owner()).hasToString("alice");
      assertThat(export.exported()).isEqualTo(ExportFixture.EXPORTED);
      assertThat(export.verified()).isTrue();
      assertThat(export.key()).isEqualTo(here.key(here.alice)).isEqualTo(done.key());
      assertThat(here.verify("log").root()).isEqualTo(journal.root());
      List<ExportedRow> rows = rows("log");
      for (int i = 0; i < 300; i++) {
        assertThat(rows.get(i)).isEqualTo(new ExportedRow(i, journal.entry(i).entry(), false));
      }
    }
  }

  @Test
  void a_part_is_accepted_and_holds_only_what_was_asked_for() throws Exception {
    try (Journal journal = filled(2100)) {
      long[] seqs = {0, 1, 127, 128, 129, 1000, 1023, 1024, 1500, 2047, 2048, 2099};
      assertThat(here.export(journal, ExportFormat.LOG, part(seqs), "log").rows()).isEqualTo(12);
      ExportVerdict verdict = here.verify("log");
      assertThat(first(verdict)).isEqualTo("good");
      assertThat(verdict.export().kind()).isEqualTo(ExportKind.PART);
      assertThat(verdict.export().size()).isEqualTo(2100);
      assertThat(rows("log")).extracting(ExportedRow::seq).containsExactly(box(seqs));
      assertThat(rows("log")).allMatch(row -> row.entry() != null);
    }
  }

  private static Long[] box(long... seqs) {
    return LongStream.of(seqs).boxed().toArray(Long[]::new);
  }

  @Test
  void a_part_of_nothing_and_an_empty_whole_are_exports() throws Exception {
    try (Journal journal = here.profile.create()) {
      here.export(journal, ExportFormat.LOG, Selection.whole(), "whole");
      here.export(journal, ExportFormat.LOG, part(), "part");
    }
    assertThat(here.verify("whole").export().rows()).isZero();
    assertThat(here.verify("part").export().rows()).isZero();
  }

  @Test
  void rows_that_were_added_after_the_verification_are_left_out() throws Exception {
    try (Journal journal = filled(5)) {
      Basis basis = basis(journal);
      commit(journal, message(5, "later"));
      ExportPlan whole = here.plan(ExportFormat.LOG, basis, Selection.whole());
      assertThat(here.export(journal, here.alice, whole, "whole").rows()).isEqualTo(5);
      ExportPlan part = here.plan(ExportFormat.LOG, basis, part(1, 5));
      assertThat(here.export(journal, here.alice, part, "part").rows()).isEqualTo(1);
      assertThat(here.verify("whole").root()).isEqualTo(basis.root());
      assertThat(first(here.verify("part"))).isEqualTo("good");
    }
  }

  @Test
  void a_removed_row_is_said_to_be_only_where_the_export_shows_it() throws Exception {
    filled(6).close();
    Damage.empty(here.profile, 2);
    Damage.empty(here.profile, 4);
    try (Journal journal = here.profile.open()) {
      commit(
          journal,
          Entry.local(ExportFixture.EXPORTED, LocalTypes.REMOVE, 2L, null),
          Entry.local(ExportFixture.EXPORTED, LocalTypes.REMOVE, 4L, null));
      assertThat(basis(journal).verified()).isTrue();
      here.export(journal, ExportFormat.LOG, Selection.whole(), "whole");
      Selection listed = Selection.part();
      listed.add(1, Standing.RECEIVED, "bob", false, ExportFixture.EXPORTED);
      listed.add(2, Standing.REMOVED, "bob", false, ExportFixture.EXPORTED);
      here.export(journal, ExportFormat.LOG, listed, "part");
      here.export(journal, ExportFormat.LOG, part(2), "withheld");
    }
    assertThat(here.verify("whole").export().withheld()).isEqualTo(2);
    assertThat(here.verify("whole").export().removed()).isEqualTo(2);
    assertThat(rows("whole").get(2)).isEqualTo(new ExportedRow(2, null, true));
    assertThat(rows("part")).extracting(ExportedRow::seq).containsExactly(1L, 2L, 6L);
    assertThat(rows("part").get(1)).isEqualTo(new ExportedRow(2, null, true));
    assertThat(rows("withheld")).containsExactly(new ExportedRow(2, null, false));
  }

  @Test
  void a_damaged_journal_is_exported_as_one() throws Exception {
    filled(1200).close();
    Damage.flip(here.profile, "sealed", 3, 60);
    Damage.flip(here.profile, "leaf", 5, 0);
    here.profile.sql("DELETE FROM ENTRY WHERE seq BETWEEN 7 AND 140");
    try (Journal journal = here.profile.open()) {
      assertThat(basis(journal).verified()).isFalse();
      assertThat(here.export(journal, ExportFormat.LOG, Selection.whole(), "whole").withheld())
          .isEqualTo(2 + 134);
      here.export(journal, ExportFormat.LOG, part(2, 3, 8, 9, 1199), "part");
    }
    assertThat(first(here.verify("whole"))).isEqualTo("good");
    assertThat(here.verify("whole").export().verified()).isFalse();
    assertThat(here.verify("whole").export().rows()).isEqualTo(1200);
    assertThat(first(here.verify("part"))).isEqualTo("good");
    assertThat(here.lines("whole").get(0)).contains("\"verified\":false", "\\nverified false\\n");
    assertThat(here.lines("whole").get(8)).contains("\"leaf\":\"" + "0".repeat(64) + "\"");
    assertThat(rows("part"))
        .filteredOn(row -> row.entry() == null)
        .extracting(ExportedRow::seq)
        .containsExactly(3L, 8L, 9L);
  }

  @Test
  void what_is_no_longer_what_was_verified_is_not_exported() throws Exception {
    Basis basis;
    try (Journal journal = filled(20)) {
      basis = basis(journal);
    }
    Damage.flip(here.profile, "sealed", 3, 60);
    try (Journal journal = here.profile.open()) {
      for (Selection selection : List.of(Selection.whole(), part(3))) {
        for (ExportFormat format : ExportFormat.values()) {
          if (format == ExportFormat.LOG || selection.size() > 0) {
            assertThatThrownBy(
                    () ->
                        here.export(journal, here.alice, here.plan(format, basis, selection), "x"))
                .isInstanceOf(ChangedSinceException.class);
          }
        }
      }
      Basis other = new Basis(20, new byte[32], true);
      for (Selection selection : List.of(Selection.whole(), part(1))) {
        assertThatThrownBy(
                () ->
                    here.export(
                        journal, here.alice, here.plan(ExportFormat.LOG, other, selection), "x"))
            .isInstanceOf(ChangedSinceException.class);
      }
    }
    onlyTheProfileIsThere();
  }

  private void onlyTheProfileIsThere(String... more) throws IOException {
    List<String> expected = new ArrayList<>(List.of(more));
    expected.add("profile");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void a_file_that_is_there_is_replaced_only_when_told() throws Exception {
    try (Journal journal = filled(2)) {
      Files.writeString(here.file("log"), "mine");
      assertThatThrownBy(() -> here.export(journal, ExportFormat.LOG, Selection.whole(), "log"))
          .isInstanceOf(FileAlreadyExistsException.class);
      assertThat(here.file("log")).hasContent("mine");
      ExportPlan plan = here.plan(ExportFormat.LOG, basis(journal), Selection.whole());
      ExportPlan replacing =
          new ExportPlan(
              plan.format(),
              plan.basis(),
              plan.selection(),
              true,
              plan.exported(),
              plan.zone(),
              plan.words());
      here.export(journal, here.alice, replacing, "log");
    }
    assertThat(first(here.verify("log"))).isEqualTo("good");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(here.file("log"))))
        .isEqualTo("rw-------");
    onlyTheProfileIsThere("log");
  }

  @Test
  void cancelling_at_any_point_leaves_nothing() throws Exception {
    try (Journal journal = filled(2000)) {
      Selection listed = part(LongStream.range(0, 2000).toArray());
      Basis unverified = new Basis(2000, journal.root(), false);
      for (ExportFormat format : ExportFormat.values()) {
        int asked = 0;
        Exported done = null;
        while (done == null) {
          int patience = asked++;
          done =
              new Exporter(journal, here.alice, org.parley.name.PeerName.of("alice"))
                  .write(
                      here.plan(format, unverified, listed),
                      here.file("x"),
                      new CancelAfter(patience));
          if (done == null) {
            onlyTheProfileIsThere();
          }
        }
        assertThat(asked).isGreaterThan(10);
        Files.delete(here.file("x"));
      }
    }
  }

  private static final class CancelAfter implements ExportProgress {
    private int left;

    CancelAfter(int patience) {
      this.left = patience;
    }

    @Override
    public void step(ExportStep step) {}

    @Override
    public void at(long done, long total) {
      assertThat(done).isLessThanOrEqualTo(total);
    }

    @Override
    public boolean cancelled() {
      return left-- <= 0;
    }
  }

  @Test
  void nothing_is_given_out_of_a_file_that_changed_since_it_was_verified() throws Exception {
    try (Journal journal = filled(20)) {
      here.export(journal, ExportFormat.LOG, Selection.whole(), "log");
    }
    VerifiedExport export = here.verify("log").export();
    List<String> lines = here.lines("log");
    lines.set(20, lines.get(20).replace("message 19", "message 91"));
    Files.write(here.file("log"), lines);
    List<ExportedRow> given = new ArrayList<>();
    assertThatThrownBy(() -> export.forEach(given::add, Progress.NONE))
        .isInstanceOf(IOException.class);
    assertThat(given).isEmpty();
  }

  @Test
  void the_leaves_and_the_signature_are_those_of_the_format() throws Exception {
    ExportLine line;
    try (Journal journal = filled(3)) {
      here.export(journal, ExportFormat.LOG, part(1), "log");
      ExportHeader header = ExportHeader.parse(here.lines("log").get(0).getBytes("UTF-8"));
      assertThat(header.checkpoint().text())
          .isEqualTo(
              "parley/00112233445566778899aabbccddeeff\n3\n"
                  + java.util.Base64.getEncoder().encodeToString(journal.root())
                  + "\nowner alice\nexported 2026-08-01T12:00:00.500Z\nverified true\n");
      line = ExportLine.parse(here.lines("log").get(1).getBytes("UTF-8"));
    }
    assertThat(HexFormat.of().formatHex(line.leaf()))
        .isEqualTo(here.profile.value("SELECT leaf FROM ENTRY WHERE seq = 1"));
  }
}
