package org.parley.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.names;
import static org.parley.store.TestProfile.received;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.Verifying.Verdict;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.journal.verify.Verification;
import org.parley.store.Damage;
import org.parley.store.TestProfile;

class VerifyingIT {
  @TempDir Path root;
  private TestProfile profile;
  private Journal journal;
  private Verifying verifying;

  @BeforeEach
  void ten_messages() throws Exception {
    profile = new TestProfile(root).filled(10);
    journal = profile.open();
    verifying = new Verifying(journal, row -> true);
  }

  @AfterEach
  void close() throws Exception {
    verifying.close();
    journal.close();
  }

  /** Holds the verification that it watches until it is let go. */
  private static final class Gate implements Progress {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void at(long done, long total) {
      entered.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  private CompletableFuture<Verification> begin(Progress progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return verifying.run(progress);
          } catch (JournalException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task, "test-verifies").start());
  }

  private static Verification result(CompletableFuture<Verification> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  @Test
  void it_tells_that_it_runs_how_far_it_is_and_that_nothing_was_found() throws Exception {
    AtomicInteger changes = new AtomicInteger();
    verifying.onChange(changes::incrementAndGet);
    Gate gate = new Gate();
    CompletableFuture<Verification> running = begin(gate);
    gate.entered.await();
    assertThat(verifying.verdict()).isEqualTo(Verdict.RUNNING);
    assertThat(verifying.step().total()).isEqualTo(10);
    gate.open.countDown();
    assertThat(result(running).ok()).isTrue();
    assertThat(verifying.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(verifying.step().total()).isZero();
    assertThat(changes.get()).isGreaterThanOrEqualTo(3); // begun, all rows, ended
  }

  @Test
  void who_asks_while_one_runs_is_given_its_result() throws Exception {
    Gate gate = new Gate();
    CompletableFuture<Verification> first = begin(gate);
    gate.entered.await();
    CompletableFuture<Verification> second = begin(Progress.NONE);
    gate.open.countDown();
    assertThat(result(second)).isNotNull();
    assertThat(result(first).entries()).isEqualTo(10);
  }

  @Test
  void who_asks_for_rows_that_the_running_one_does_not_know_gets_one_that_does() throws Exception {
    Gate gate = new Gate();
    CompletableFuture<Verification> first = begin(gate);
    gate.entered.await();
    commit(journal, received("bob", "came meanwhile"));
    CompletableFuture<Verification> second = begin(Progress.NONE);
    gate.open.countDown();
    assertThat(result(second).entries()).isEqualTo(11);
    assertThat(result(first).entries()).isEqualTo(10);
  }

  @Test
  void cancelling_ends_it_for_all_who_wait() throws Exception {
    Gate gate = new Gate();
    CompletableFuture<Verification> first = begin(gate);
    gate.entered.await();
    CompletableFuture<Verification> second = begin(Progress.NONE);
    verifying.cancel();
    gate.open.countDown();
    assertThat(result(first)).isNull();
    // It joined the one that was cancelled, or came after that one and ran by itself.
    Verification own = result(second);
    assertThat(own == null || own.ok()).isTrue();
  }

  @Test
  void who_only_waits_can_give_up_without_ending_it() throws Exception {
    Gate gate = new Gate();
    CompletableFuture<Verification> first = begin(gate);
    gate.entered.await();
    Progress impatient =
        new Progress() {
          @Override
          public void at(long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThat(result(begin(impatient))).isNull();
    gate.open.countDown();
    assertThat(result(first).ok()).isTrue();
  }

  @Test
  void closing_ends_the_one_that_runs_and_lets_no_other_begin() throws Exception {
    Gate gate = new Gate();
    CompletableFuture<Verification> first = begin(gate);
    gate.entered.await();
    verifying.cancel(); // as close does; it would wait for the gate
    gate.open.countDown();
    verifying.close();
    assertThat(result(first)).isNull();
    assertThat(verifying.run(Progress.NONE)).isNull();
  }

  @Test
  void what_is_found_is_among_the_findings_and_all_of_it_can_be_accepted_at_once()
      throws Exception {
    journal.close();
    Damage.flip(profile, "sealed", 2, 40);
    profile.sql("DELETE FROM ENTRY WHERE seq = 5");
    journal = profile.open();
    verifying = new Verifying(journal, row -> true);
    assertThat(verifying.run(Progress.NONE).ok()).isFalse();
    assertThat(verifying.verdict()).isEqualTo(Verdict.NONE);
    assertThat(names(journal.findings())).containsExactly("modified 2", "missing 5");
    journal.accept(journal.findings()).get(60, TimeUnit.SECONDS);
    assertThat(journal.findings()).isEmpty();
    assertThat(journal.size()).isEqualTo(12);
    assertThat(verifying.run(Progress.NONE).accepted()).hasSize(2);
    assertThat(verifying.verdict()).isEqualTo(Verdict.CLEAN);
  }
}
