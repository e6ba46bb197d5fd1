package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.journal.JournalSnapshot;
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

  /** Commits of next to nothing, which grow the file as fast as small ones can. */
  private static void grow(Journal journal, int commits, int from) throws Exception {
    byte[] noise = new byte[100_000];
    Random random = new Random(from);
    for (int i = from; i < from + commits; i++) {
      random.nextBytes(noise);
      var state = List.of(new StateChange(5, new byte[16], noise.clone()));
      Durability durability = i % 50 == 0 ? Durability.SYNC : Durability.ASYNC;
      commit(
          journal,
          new Batch(List.of(received("bob", TestProfile.id(i), "m" + i)), state, durability));
    }
  }

  // Between two readings there must be a moment in which nobody reads, or nothing is ever
  // compacted.
  private static void pause(AtomicLong largest, Path file) {
    try {
      Thread.sleep(2); // the moment in which nobody reads
      largest.accumulateAndGet(Files.exists(file) ? Files.size(file) : 0, Math::max);
    } catch (NoSuchFileException e) {
      largest.accumulateAndGet(0, Math::max); // it is being replaced this very moment
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_file_that_grows_is_compacted_while_it_is_in_use_and_who_reads_meanwhile_waits()
      throws Exception {
    TestProfile profile = new TestProfile(root);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicLong largest = new AtomicLong();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    try (Journal journal = profile.create()) {
      commit(journal, received("bob", "first"));
      Thread reader =
          new Thread(
              () -> {
                while (!ended.get()) {
                  try (JournalSnapshot snapshot = journal.snapshot()) {
                    assertThat(snapshot.rows(0, 1)).hasSize(1);
                  } catch (Exception | AssertionError e) {
                    failures.add(e);
                  }
                  pause(largest, profile.database());
                }
              });
      reader.start();
      grow(journal, 2_100, 1);
      ended.set(true);
      reader.join();
      assertThat(failures).isEmpty();
      assertThat(largest.get()).isGreaterThan(Compaction.SMALL_WHILE_OPEN);
      assertThat(Files.size(profile.database())).isLessThan(largest.get() / 2);
      assertThat(journal.size()).isEqualTo(2_101);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.database())))
          .isEqualTo("rw-------");
      commit(journal, received("bob", "last"));
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void while_somebody_reads_the_file_stays_and_is_looked_at_again() throws Exception {
    TestProfile profile = new TestProfile(root);
    try (Journal journal = profile.create()) {
      commit(journal, received("bob", "first"));
      try (JournalSnapshot open = journal.snapshot()) {
        assertThat(open.head()).isNotNull();
        grow(journal, 1_100, 1);
        assertThat(Files.size(profile.database())).isGreaterThan(Compaction.SMALL_WHILE_OPEN);
        assertThat(open.rows(0, 10)).hasSize(1);
      }
      long grown = Files.size(profile.database());
      grow(journal, 5, 2_000);
      assertThat(Files.size(profile.database())).isLessThan(grown / 2);
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }
}
