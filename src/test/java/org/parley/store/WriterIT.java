package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.id;
import static org.parley.store.TestProfile.received;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalClock;
import org.parley.journal.JournalException;
import org.parley.journal.JournalSnapshot;
import org.parley.journal.Receipt;
import org.parley.journal.SearchBlock;
import org.parley.journal.Seen;

class WriterIT {
  @TempDir Path root;
  private TestProfile profile;
  private FaultyFiles faults;

  @BeforeEach
  void profile() throws Exception {
    profile = new TestProfile(root);
    profile.create().close();
    faults = new FaultyFiles(profile.files());
  }

  private Journal open() throws JournalException {
    return Journal.open(profile.parts(faults, JournalClock.system()));
  }

  private static Batch sync(Entry... entries) {
    return Batch.of(Durability.SYNC, List.of(entries));
  }

  @Test
  void what_waits_is_written_in_one_transaction_and_synced_once() throws Exception {
    try (Journal journal = open()) {
      faults.gate = new CountDownLatch(1);
      List<CompletableFuture<Receipt>> all = new ArrayList<>();
      all.add(journal.commit(sync(received("bob", "first"))));
      faults.entered.await();
      for (int i = 0; i < 100; i++) {
        all.add(journal.commit(sync(received("bob", "m" + i))));
      }
      int syncsBefore = faults.syncs.get();
      faults.gate.countDown();
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).get().first()).isEqualTo(i);
      }
      assertThat(faults.writes).hasValue(2);
      assertThat(faults.syncs.get() - syncsBefore).isEqualTo(2);
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void an_asynchronous_batch_is_not_synced_before_its_receipt_but_soon_after() throws Exception {
    try (Journal journal = open()) {
      int before = faults.syncs.get();
      commit(journal, Batch.of(Durability.ASYNC, List.of(received("bob", "a"))));
      assertThat(faults.syncs).hasValue(before);
    }
    assertThat(faults.syncs).hasPositiveValue();
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void a_failed_write_fails_its_batch_only() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (Journal journal = open()) {
      journal.addListener((seq, entry) -> heard.add(seq + entry.text()));
      commit(journal, received("bob", "a"));
      faults.failBeforeWrite = true;
      assertThatThrownBy(() -> commit(journal, received("bob", "b")))
          .isInstanceOf(JournalException.class);
      assertThat(journal.size()).isEqualTo(1);
      faults.failBeforeWrite = false;
      assertThat(commit(journal, received("bob", "c")).first()).isEqualTo(1);
      assertThat(heard).containsExactly("0a", "1c");
      assertThat(faults.recoveries).hasValue(1);
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void a_write_whose_answer_was_lost_is_found_to_be_there() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (Journal journal = open()) {
      journal.addListener((seq, entry) -> heard.add(seq + entry.text()));
      faults.failAfterWrite = true;
      // The database says no, is opened anew, and has it: so it is stored, and synced.
      assertThat(commit(journal, received("bob", id(1), "b")).first()).isZero();
      faults.failAfterWrite = false;
      assertThat(journal.seen("bob", id(1), new byte[] {'b'})).isEqualTo(Seen.SAME);
      assertThat(commit(journal, received("bob", "c")).first()).isEqualTo(1);
      assertThat(heard).containsExactly("0b", "1c");
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void a_failed_write_of_the_search_index_fails_nothing_else() throws Exception {
    try (Journal journal = open()) {
      faults.failSearch = true;
      var search = journal.changeSearch(List.of(new SearchBlock(1, new byte[9])), List.of());
      commit(journal, received("bob", "a"));
      assertThatThrownBy(search::join).hasCauseInstanceOf(JournalException.class);
      assertThat(commit(journal, received("bob", "b")).first()).isEqualTo(1);
      faults.failSearch = false;
      journal.changeSearch(List.of(new SearchBlock(2, new byte[9])), List.of(1L)).join();
      try (JournalSnapshot snapshot = journal.snapshot()) {
        assertThat(snapshot.searchBlocks()).containsExactly(2L);
        assertThat(snapshot.searchBlock(2)).isEqualTo(new byte[9]);
        assertThat(snapshot.searchBlock(1)).isNull();
      }
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void a_failed_sync_acknowledges_nothing_until_one_succeeds() throws Exception {
    try (Journal journal = open()) {
      faults.failSync = true;
      assertThatThrownBy(() -> commit(journal, received("bob", "a")))
          .isInstanceOf(JournalException.class);
      assertThatThrownBy(() -> commit(journal, received("bob", "b")))
          .isInstanceOf(JournalException.class);
      faults.failSync = false;
      commit(journal, received("bob", "c"));
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
    try (Journal journal = profile.open()) {
      assertThat(journal.entry(journal.size() - 1).entry().text()).isEqualTo("c");
    }
  }

  @Test
  void while_the_database_cannot_be_opened_each_batch_fails_and_the_next_is_tried()
      throws Exception {
    try (Journal journal = open()) {
      faults.failBeforeWrite = true;
      faults.failRecover = true;
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> commit(journal, received("bob", "x")))
            .isInstanceOf(JournalException.class);
      }
      faults.failBeforeWrite = false;
      faults.failRecover = false;
      assertThat(commit(journal, received("bob", "y")).first()).isZero();
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void many_threads_get_seqs_without_gaps_and_keep_their_own_order() throws Exception {
    int threads = 8;
    int each = 60;
    List<Thread> running = new ArrayList<>();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    try (Journal journal = open()) {
      for (int t = 0; t < threads; t++) {
        String peer = "peer" + t;
        Thread thread =
            new Thread(
                () -> {
                  try {
                    long last = -1;
                    for (int i = 0; i < each; i++) {
                      Receipt receipt =
                          commit(journal, received(peer, "a" + i), received(peer, "b" + i));
                      assertThat(receipt.first()).isGreaterThan(last);
                      last = receipt.first() + 1;
                    }
                  } catch (Exception | AssertionError e) {
                    failures.add(e);
                  }
                });
        running.add(thread);
        thread.start();
      }
      for (Thread thread : running) {
        thread.join();
      }
      assertThat(failures).isEmpty();
      assertThat(journal.size()).isEqualTo(2L * threads * each);
      assertThat(faults.writes).hasValueLessThan(threads * each);
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }
}
