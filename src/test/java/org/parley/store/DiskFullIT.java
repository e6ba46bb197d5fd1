package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;

/** A real full disk: a file system in memory of a few MB, where the test may mount one. */
class DiskFullIT {
  @TempDir Path root;
  private SmallDisk disk;

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void a_full_disk_fails_what_does_not_fit_and_is_recovered_from_without_a_restart()
      throws Exception {
    disk = SmallDisk.mount(root.resolve("disk"));
    TestProfile profile = new TestProfile(disk.path());
    List<String> stored = new ArrayList<>();
    try (Journal journal = profile.create()) {
      for (int i = 0; i < 5; i++) {
        commit(journal, received("bob", "before " + i));
        stored.add("before " + i);
      }
      Path filler = disk.fill();
      JournalException failure = null;
      for (int i = 0; i < 200 && failure == null; i++) {
        try {
          commit(journal, received("bob", "x".repeat(60_000)));
          stored.add("x".repeat(60_000));
        } catch (JournalException e) {
          failure = e;
        }
      }
      assertThat(failure).as("the disk did fill").isNotNull();
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> commit(journal, received("bob", "y".repeat(60_000))))
            .isInstanceOf(JournalException.class);
      }
      Files.delete(filler);
      commit(journal, received("bob", "after"));
      stored.add("after");
    }
    try (Journal journal = profile.open()) {
      assertThat(journal.findings()).isEmpty();
      assertThat(TestProfile.verify(journal).findings()).isEmpty();
      List<String> texts = new ArrayList<>();
      for (long seq = 0; seq < journal.size(); seq++) {
        texts.add(journal.entry(seq).entry().text());
      }
      assertThat(texts).containsAll(stored).endsWith("after");
    }
  }
}
