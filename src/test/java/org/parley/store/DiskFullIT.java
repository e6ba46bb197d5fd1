package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.io.IOException;
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
  private boolean mounted;

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  private Path smallDisk() throws Exception {
    Path disk = Files.createDirectory(root.resolve("disk"));
    try {
      mounted = run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString());
    } catch (IOException e) {
      mounted = false;
    }
    assumeThat(mounted).as("this user may not mount a file system: not tried").isTrue();
    return disk;
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", "-l", root.resolve("disk").toString())).isTrue();
    }
  }

  @Test
  void a_full_disk_fails_what_does_not_fit_and_is_recovered_from_without_a_restart()
      throws Exception {
    Path disk = smallDisk();
    TestProfile profile = new TestProfile(disk);
    List<String> stored = new ArrayList<>();
    try (Journal journal = profile.create()) {
      for (int i = 0; i < 5; i++) {
        commit(journal, received("bob", "before " + i));
        stored.add("before " + i);
      }
      Path filler = disk.resolve("filler");
      fill(filler);
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

  // Leaves little: some hundred KB.
  private static void fill(Path filler) throws IOException {
    long free = Files.getFileStore(filler.getParent()).getUsableSpace();
    Files.write(filler, new byte[(int) Math.max(0, free - 300_000)]);
  }
}
