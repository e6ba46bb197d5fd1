package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.journal.StateChange;

class CompactionIT {
  @TempDir Path root;

  @Test
  void a_file_of_mostly_dead_space_is_compacted_at_the_end_and_stays_its_owners() throws Exception {
    TestProfile profile = new TestProfile(root);
    long grown;
    try (Journal journal = profile.create()) {
      byte[] noise = new byte[100_000];
      Random random = new Random(1);
      for (int i = 0; i < 200; i++) {
        random.nextBytes(noise);
        commit(
            journal,
            new Batch(
                List.of(received("bob", "m" + i)),
                List.of(new StateChange(5, new byte[16], noise.clone())),
                Durability.SYNC));
      }
      grown = Files.size(profile.database());
      assertThat(grown).isGreaterThan(Compaction.SMALL);
    }
    assertThat(Files.size(profile.database())).isLessThan(grown / 2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.database())))
        .isEqualTo("rw-------");
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void a_file_that_is_mostly_alive_is_only_closed() throws Exception {
    TestProfile profile = new TestProfile(root);
    long grown;
    try (Journal journal = profile.create()) {
      String text = "x".repeat(100_000);
      for (int i = 0; i < 10; i++) {
        commit(
            journal,
            Batch.of(
                Durability.SYNC,
                java.util.stream.IntStream.range(0, 10)
                    .mapToObj(n -> received("bob", text))
                    .toList()));
      }
      grown = Files.size(profile.database());
      assertThat(grown).isGreaterThan(Compaction.SMALL);
    }
    assertThat(Files.size(profile.database())).isGreaterThan(grown / 2);
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }
}
