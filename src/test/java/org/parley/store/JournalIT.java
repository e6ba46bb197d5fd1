package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.id;
import static org.parley.store.TestProfile.received;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.AlreadySeenException;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.EntryTooLongException;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.LocalTypes;
import org.parley.journal.Page;
import org.parley.journal.Progress;
import org.parley.journal.Receipt;
import org.parley.journal.Seen;
import org.parley.journal.StateChange;
import org.parley.journal.StoredEntry;
import org.parley.journal.StoredEntry.Condition;
import org.parley.journal.StoredState;

class JournalIT {
  @TempDir Path root;
  private TestProfile profile;

  @BeforeEach
  void profile() throws Exception {
    profile = new TestProfile(root);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void what_was_committed_is_read_back_after_a_new_start() throws Exception {
    Entry first = received("bob", "grüße 你好 😀");
    Entry second = Entry.local(first.time(), "note", 0L, null);
    byte[] root;
    try (Journal journal = profile.create()) {
      assertThat(journal.size()).isZero();
      assertThat(commit(journal, first, second)).isEqualTo(new Receipt(0, 2));
      root = journal.root();
    }
    try (Journal journal = profile.open()) {
      assertThat(journal.findings()).isEmpty();
      assertThat(journal.size()).isEqualTo(2);
      assertThat(journal.root()).isEqualTo(root);
      Page page = journal.read(0, 10);
      assertThat(page.next()).isEqualTo(2);
      assertThat(page.rows())
          .containsExactly(
              new StoredEntry(0, Condition.INTACT, first),
              new StoredEntry(1, Condition.INTACT, second));
      assertThat(journal.entry(1).entry()).isEqualTo(second);
      assertThatThrownBy(() -> journal.entry(2)).isInstanceOf(JournalException.class);
    }
  }

  @Test
  void pages_follow_one_another_and_end_at_the_size() throws Exception {
    try (Journal journal = profile.create()) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        entries.add(received("bob", "m" + i));
      }
      commit(journal, Batch.of(Durability.ASYNC, entries));
      List<Entry> read = new ArrayList<>();
      for (long next = 0; next < journal.size(); ) {
        Page page = journal.read(next, 1000);
        assertThat(page.rows().size()).isLessThanOrEqualTo(128);
        page.rows().forEach(row -> read.add(row.entry()));
        next = page.next();
      }
      assertThat(read).isEqualTo(entries);
      assertThat(journal.read(300, 10)).isEqualTo(new Page(List.of(), 300));
    }
  }

  @Test
  void seen_tells_new_same_and_other_by_peer_id_and_text() throws Exception {
    try (Journal journal = profile.create()) {
      commit(journal, received("bob", id(1), "hi"));
      assertThat(journal.seen("bob", id(1), utf8("hi"))).isEqualTo(Seen.SAME);
      assertThat(journal.seen("bob", id(1), utf8("ho"))).isEqualTo(Seen.OTHER);
      assertThat(journal.seen("bob", id(2), utf8("hi"))).isEqualTo(Seen.NEW);
      assertThat(journal.seen("eve", id(1), utf8("hi"))).isEqualTo(Seen.NEW);
    }
  }

  @Test
  void one_message_by_two_connections_is_stored_once() throws Exception {
    try (Journal journal = profile.create()) {
      List<CompletableFuture<Receipt>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Entry entry = received("bob", id(1), i % 2 == 0 ? "a" : "b");
        all.add(journal.commit(Batch.of(Durability.SYNC, List.of(entry))));
      }
      int stored = 0;
      for (CompletableFuture<Receipt> each : all) {
        Throwable failure = each.handle((receipt, e) -> e).get();
        stored += failure == null ? 1 : 0;
        assertThat(failure == null || failure instanceof AlreadySeenException).isTrue();
      }
      assertThat(stored).isEqualTo(1);
      assertThat(journal.size()).isEqualTo(1);
      assertThatThrownBy(() -> commit(journal, received("bob", id(1), "a")))
          .isInstanceOfSatisfying(
              AlreadySeenException.class, e -> assertThat(e.seen()).isEqualTo(Seen.SAME));
      assertThatThrownBy(() -> commit(journal, received("bob", id(1), "b")))
          .isInstanceOfSatisfying(
              AlreadySeenException.class, e -> assertThat(e.seen()).isEqualTo(Seen.OTHER));
    }
  }

  @Test
  void an_entry_that_is_too_long_fails_alone() throws Exception {
    try (Journal journal = profile.create()) {
      CompletableFuture<Receipt> before =
          journal.commit(Batch.of(Durability.SYNC, List.of(received("bob", "a"))));
      CompletableFuture<Receipt> tooLong =
          journal.commit(
              Batch.of(Durability.SYNC, List.of(received("bob", "x".repeat(1024 * 1024)))));
      CompletableFuture<Receipt> after =
          journal.commit(Batch.of(Durability.SYNC, List.of(received("bob", "b"))));
      assertThat(before.get().first()).isZero();
      assertThat(after.get().first()).isEqualTo(1);
      assertThat(tooLong.handle((r, e) -> e).get()).isInstanceOf(EntryTooLongException.class);
    }
  }

  @Test
  void the_longest_record_fits() throws Exception {
    try (Journal journal = profile.create()) {
      Entry empty = received("bob", id(1), "");
      int room = org.parley.journal.EntrySealer.MAX_RECORD - empty.record().length;
      Entry longest = received("bob", id(1), "x".repeat(room));
      commit(journal, longest);
      assertThat(journal.entry(0).entry()).isEqualTo(longest);
    }
  }

  @Test
  void listeners_hear_of_entries_in_order_and_before_the_receipt() throws Exception {
    List<Long> heard = java.util.Collections.synchronizedList(new ArrayList<>());
    try (Journal journal = profile.create()) {
      journal.addListener(
          (seq, entry) -> {
            throw new IllegalStateException("a listener with a bug");
          });
      journal.addListener((seq, entry) -> heard.add(seq));
      commit(journal, received("bob", "a"), received("bob", "b"));
      assertThat(heard).containsExactly(0L, 1L);
      commit(journal, received("bob", "c"));
      assertThat(heard).containsExactly(0L, 1L, 2L);
    }
  }

  @Test
  void state_rows_are_put_replaced_listed_and_deleted() throws Exception {
    byte[] low = new byte[16];
    byte[] high = new byte[16];
    Arrays.fill(high, (byte) 0xff);
    try (Journal journal = profile.create()) {
      commit(
          journal,
          new Batch(
              List.of(),
              List.of(
                  new StateChange(3, high, filled(40, 1)),
                  new StateChange(3, low, filled(40, 2)),
                  new StateChange(4, low, filled(40, 3))),
              Durability.SYNC));
      commit(
          journal,
          new Batch(
              List.of(received("bob", "with an entry")),
              List.of(new StateChange(3, high, filled(50, 4))),
              Durability.SYNC));
      assertThat(list(journal, 3)).containsExactly("00 40", "ff 50");
      assertThat(list(journal, 4)).containsExactly("00 40");
      assertThat(list(journal, 5)).isEmpty();
      commit(
          journal, new Batch(List.of(), List.of(new StateChange(3, low, null)), Durability.SYNC));
      assertThat(list(journal, 3)).containsExactly("ff 50");
      assertThat(journal.state(3, low)).isNull();
      StoredState row = journal.state(3, high);
      assertThat(row.sealed()).isEqualTo(filled(50, 4));
    }
    try (Journal journal = profile.open()) {
      assertThat(journal.findings()).isEmpty();
      assertThat(list(journal, 3)).containsExactly("ff 50");
    }
  }

  @Test
  void more_state_rows_than_a_page_are_listed() throws Exception {
    try (Journal journal = profile.create()) {
      List<StateChange> changes = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        byte[] id = new byte[16];
        id[14] = (byte) (i >> 8);
        id[15] = (byte) i;
        changes.add(new StateChange(1, id, filled(40, i)));
      }
      commit(journal, new Batch(List.of(), changes, Durability.SYNC));
      assertThat(list(journal, 1)).hasSize(300);
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  private static List<String> list(Journal journal, int kind) throws JournalException {
    List<String> rows = new ArrayList<>();
    journal.forEachState(
        kind, row -> rows.add("%02x %d".formatted(row.id()[0], row.sealed().length)));
    return rows;
  }

  private static byte[] filled(int size, int with) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  @Test
  void seen_is_rebuilt_from_the_rows_removed_messages_included() throws Exception {
    Entry kept = received("bob", id(1), "kept");
    String removedTag;
    try (Journal journal = profile.create()) {
      commit(journal, kept, received("bob", id(2), "gone"));
    }
    removedTag = profile.value("SELECT texttag FROM SEEN WHERE seq = 1");
    try (Journal journal = profile.open()) {
      commit(
          journal,
          new Entry(
              kept.time(),
              org.parley.journal.Direction.LOCAL,
              "bob",
              null,
              null,
              LocalTypes.REMOVE,
              id(2),
              null,
              "noted",
              null,
              null,
              java.util.Base64.getEncoder()
                  .encodeToString(java.util.HexFormat.of().parseHex(removedTag)),
              null,
              1L));
    }
    Damage.empty(profile, 1);
    profile.sql("DELETE FROM SEEN");
    try (Journal journal = profile.open()) {
      assertThat(TestProfile.verify(journal).seenWrong()).isEqualTo(2);
      assertThat(journal.seen("bob", id(1), utf8("kept"))).isEqualTo(Seen.NEW);
      assertThat(journal.rebuildSeen(Progress.NONE)).isTrue();
      assertThat(journal.seen("bob", id(1), utf8("kept"))).isEqualTo(Seen.SAME);
      assertThat(journal.seen("bob", id(2), utf8("gone"))).isEqualTo(Seen.SAME);
      assertThat(journal.seen("bob", id(2), utf8("other"))).isEqualTo(Seen.OTHER);
      assertThat(TestProfile.verify(journal).seenWrong()).isZero();
    }
  }

  @Test
  void a_closed_journal_takes_nothing_and_what_waited_is_written() throws Exception {
    Journal journal = profile.create();
    List<CompletableFuture<Receipt>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(journal.commit(Batch.of(Durability.ASYNC, List.of(received("bob", "m" + i)))));
    }
    journal.close();
    for (CompletableFuture<Receipt> each : all) {
      assertThat(each).isCompleted();
    }
    assertThatThrownBy(() -> commit(journal, received("bob", "late")))
        .isInstanceOf(JournalException.class);
    try (Journal again = profile.open()) {
      assertThat(again.size()).isEqualTo(50);
      assertThat(again.findings()).isEmpty();
    }
  }

  @Test
  void every_file_is_its_owners_and_none_shows_what_was_said() throws Exception {
    profile.filled(3);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("message 1", "bob");
      }
    }
    assertThat(profile.data()).isDirectoryNotContaining("glob:**.trace.db");
  }

  @Test
  void a_second_journal_is_not_made_over_a_first() throws Exception {
    profile.filled(1);
    byte[] before = Files.readAllBytes(profile.database());
    assertThatThrownBy(() -> profile.create()).isInstanceOf(JournalException.class);
    assertThat(Files.readAllBytes(profile.database())).isEqualTo(before);
  }

  @Test
  void a_received_message_without_an_id_is_a_bug_of_the_caller() throws Exception {
    try (Journal journal = profile.create()) {
      assertThatThrownBy(
              () -> journal.commit(Batch.of(Durability.SYNC, List.of(received("bob", null, "x")))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
