package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.verify.Verification;

/** A copy of the database while it is written to. */
class LiveCopyIT {
  @TempDir Path root;

  private static final class Appending {
    private final Journal journal;
    private final Thread thread = new Thread(this::run, "test-appends");
    private volatile boolean ended;
    private volatile Exception failure;

    Appending(Journal journal) {
      this.journal = journal;
      thread.start();
    }

    private void run() {
      try {
        for (int i = 0; !ended; i++) {
          commit(journal, received("bob", "meanwhile " + i + "x".repeat(i % 3000)));
        }
      } catch (Exception e) {
        failure = e;
      }
    }

    void end() throws Exception {
      ended = true;
      thread.join();
      assertThat(failure).isNull();
    }
  }

  private static void waitFor(Journal journal, long size) {
    while (journal.size() < size) {
      Thread.onSpinWait();
    }
  }

  @Test
  void every_copy_verifies_and_has_all_that_was_acknowledged_before_it() throws Exception {
    TestProfile profile = new TestProfile(root.resolve("live")).filled(300);
    try (Journal journal = profile.open()) {
      Appending appending = new Appending(journal);
      for (int copy = 0; copy < 12; copy++) {
        waitFor(journal, 310 + 20L * copy);
        TestProfile other = new TestProfile(root.resolve("copy-" + copy));
        byte[] anchor = Files.readAllBytes(profile.anchor());
        long before = journal.size();
        try (OutputStream out = Files.newOutputStream(other.database())) {
          journal.copyTo(out);
        }
        long after = journal.size();
        Files.write(other.anchor(), anchor);
        try (Journal copied = other.open()) {
          assertThat(copied.findings()).as("copy " + copy).isEmpty();
          Verification verification = TestProfile.verify(copied);
          assertThat(verification.findings()).as("copy " + copy).isEmpty();
          assertThat(verification.seenWrong()).isZero();
          // One commit may be on the disk before its receipt has moved the size.
          assertThat(copied.size()).as("copy " + copy).isBetween(before, after + 1);
        }
      }
      appending.end();
    }
    assertThat(profile.findings().stream().flatMap(f -> f.stream())).isEmpty();
  }

  @Test
  void closing_ends_a_copy_and_waits_for_it() throws Exception {
    TestProfile profile = new TestProfile(root).filled(50);
    Journal journal = profile.open();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) {
            begun.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    CompletableFuture<Void> copy =
        CompletableFuture.runAsync(
            () -> {
              try {
                journal.copyTo(slow);
              } catch (IOException | JournalException e) {
                throw new IllegalStateException(e.getMessage(), e);
              }
            });
    begun.await();
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> {
              try {
                journal.close();
              } catch (JournalException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(closing).isNotDone();
    goOn.countDown();
    closing.get(30, TimeUnit.SECONDS);
    assertThatThrownBy(() -> copy.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("closed");
    assertThat(profile.findings().stream().flatMap(f -> f.stream())).isEmpty();
  }

  @Test
  void what_the_stream_throws_ends_the_copy_and_the_journal_goes_on() throws Exception {
    TestProfile profile = new TestProfile(root).filled(50);
    try (Journal journal = profile.open()) {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("no space left");
            }
          };
      assertThatThrownBy(() -> journal.copyTo(full))
          .isInstanceOf(IOException.class)
          .hasMessage("no space left");
      commit(journal, received("bob", "after"));
    }
    assertThat(profile.findings().stream().flatMap(f -> f.stream())).isEmpty();
  }
}
