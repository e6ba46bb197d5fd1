package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.journal.export.ExportFixture.message;
import static org.parley.store.TestProfile.commit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.journal.Journal;

/** An exported log that somebody changed who cannot sign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportReaderFuzz {
  @TempDir static Path folder;
  private final List<byte[]> good = new ArrayList<>();
  private final Set<String> signed = new HashSet<>();
  private ExportFixture here;

  @BeforeAll
  void exports() throws Exception {
    here = new ExportFixture(folder);
    try (Journal journal = here.profile.create()) {
      commit(journal, message(1, "one"), message(2, "two"), message(3, "three"));
      here.export(journal, ExportFormat.LOG, Selection.whole(), "whole");
      here.export(journal, ExportFormat.LOG, ExportFixture.part(0, 2), "part");
    }
    for (String name : List.of("whole", "part")) {
      good.add(Files.readAllBytes(here.file(name)));
      signed.addAll(here.lines(name));
    }
  }

  Stream<byte[]> seeds() {
    return good.stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10s")
  void what_verifies_has_no_line_that_was_not_signed(byte[] data) throws Exception {
    ExportVerdict verdict = here.verify(data);
    if (!verdict.ok()) {
      assertThat(verdict.findings()).isNotEmpty();
      return;
    }
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", -1);
    assertThat(lines[lines.length - 1]).as("the last line is ended, too").isEmpty();
    for (int i = 0; i < lines.length - 1; i++) {
      assertThat(signed).contains(lines[i]);
    }
  }
}
