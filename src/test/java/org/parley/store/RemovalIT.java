package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.entry;
import static org.parley.store.TestProfile.id;
import static org.parley.store.TestProfile.received;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.LocalTypes;
import org.parley.journal.Progress;
import org.parley.journal.RemovalRefusedException;
import org.parley.journal.RemovalRefusedException.Reason;
import org.parley.journal.Seen;
import org.parley.journal.StoredEntry;
import org.parley.journal.verify.Verification;

class RemovalIT {
  @TempDir Path root;
  private TestProfile profile;

  @BeforeEach
  void profile() throws Exception {
    profile = new TestProfile(root);
    try (Journal journal = profile.create()) {
      commit(journal, received("bob", id(1), "the first"));
      commit(journal, received("bob", id(2), "the second, which goes"));
      commit(journal, entry(Direction.SENT, "bob", "s", "text", id(3), "sent", "{}", "ours, too"));
      commit(journal, entry(Direction.RECEIVED, "bob", "s", "ack", null, "ok", "{}", null));
    }
  }

  private static Batch removing(Long... seqs) {
    return new Batch(List.of(), List.of(), List.of(seqs), Durability.SYNC);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_removed_row_is_empty_named_by_a_local_row_and_no_finding() throws Exception {
    List<String> heard = new ArrayList<>();
    try (Journal journal = profile.open()) {
      journal.addListener((seq, entry) -> heard.add(seq + " " + entry.msgType() + entry.of()));
      commit(journal, removing(1L, 2L));
      assertThat(journal.entry(1).condition()).isEqualTo(StoredEntry.Condition.REMOVED);
      assertThat(journal.entry(1).entry()).isNull();
      assertThat(journal.entry(0).entry().text()).isEqualTo("the first");
      assertThat(journal.entry(4).entry())
          .matches(e -> e.isLocal(LocalTypes.REMOVE) && e.of() == 1 && e.body() != null);
      assertThat(journal.entry(5).entry())
          .matches(e -> e.isLocal(LocalTypes.REMOVE) && e.of() == 2 && e.body() == null)
          .matches(e -> "bob".equals(e.peer()) && id(3).equals(e.id()));
    }
    assertThat(heard).containsExactly("4 remove1", "5 remove2");
    try (Journal journal = profile.open()) {
      assertThat(journal.findings()).isEmpty();
      Verification verification = TestProfile.verify(journal);
      assertThat(verification.findings()).isEmpty();
      assertThat(verification.seenWrong()).isZero();
    }
  }

  @Test
  void the_leaf_stays_so_that_what_was_proven_before_stays_proven() throws Exception {
    String before = profile.value("SELECT leaf FROM ENTRY WHERE seq = 1");
    try (Journal journal = profile.open()) {
      commit(journal, removing(1L));
    }
    assertThat(profile.value("SELECT leaf FROM ENTRY WHERE seq = 1")).isEqualTo(before);
  }

  @Test
  void a_peer_that_sends_a_removed_message_again_is_known_also_when_seen_was_lost()
      throws Exception {
    try (Journal journal = profile.open()) {
      commit(journal, removing(1L));
      assertThat(journal.seen("bob", id(2), utf8("the second, which goes"))).isEqualTo(Seen.SAME);
      assertThat(journal.seen("bob", id(2), utf8("another"))).isEqualTo(Seen.OTHER);
    }
    profile.sql("DELETE FROM SEEN");
    try (Journal journal = profile.open()) {
      assertThat(journal.rebuildSeen(Progress.NONE)).isTrue();
      assertThat(journal.seen("bob", id(2), utf8("the second, which goes"))).isEqualTo(Seen.SAME);
    }
  }

  @Test
  void what_cannot_be_removed_is_refused_with_its_reason_and_nothing_is_written() throws Exception {
    try (Journal journal = profile.open()) {
      commit(journal, removing(1L));
      assertThat(refusal(journal, 0L, 99L)).isEqualTo(Reason.NO_ROW);
      assertThat(refusal(journal, 0L, 3L)).isEqualTo(Reason.NO_MESSAGE);
      assertThat(refusal(journal, 0L, 4L)).isEqualTo(Reason.NO_MESSAGE);
      assertThat(refusal(journal, 0L, 1L)).isEqualTo(Reason.REMOVED);
      assertThat(refusal(journal, 0L, 0L)).isEqualTo(Reason.REMOVED);
      assertThat(journal.size()).isEqualTo(5);
      assertThat(journal.entry(0).entry().text()).isEqualTo("the first");
    }
    Damage.flip(profile, "sealed", 0, 20);
    try (Journal journal = profile.open()) {
      assertThat(refusal(journal, 0L)).isEqualTo(Reason.DAMAGED);
    }
  }

  private static Reason refusal(Journal journal, Long... seqs) {
    ExecutionException failed =
        catchThrowableOfType(ExecutionException.class, () -> journal.commit(removing(seqs)).get());
    return ((RemovalRefusedException) failed.getCause()).reason();
  }

  @Test
  void two_removals_of_one_row_at_once_leave_one_of_them() throws Exception {
    try (Journal journal = profile.open()) {
      var first = journal.commit(removing(1L));
      var second = journal.commit(removing(1L));
      first.get();
      assertThat(catchThrowableOfType(ExecutionException.class, second::get))
          .hasCauseInstanceOf(RemovalRefusedException.class);
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void its_bytes_are_in_the_file_until_that_is_written_anew_and_then_nowhere() throws Exception {
    byte[] sealed =
        HexFormat.of().parseHex(profile.value("SELECT sealed FROM ENTRY WHERE seq = 1"));
    byte[] kept = HexFormat.of().parseHex(profile.value("SELECT sealed FROM ENTRY WHERE seq = 0"));
    byte[] before;
    try (Journal journal = profile.open()) {
      commit(journal, removing(1L));
      Path killed = Files.copy(profile.database(), root.resolve("killed.mv.db"));
      before = PlainFile.read(killed, TestProfile.PASSWORD);
      journal.compact().get();
      commit(journal, received("bob", id(9), "it goes on after that"));
      assertThat(journal.entry(5).entry().text()).isEqualTo("it goes on after that");
    }
    assertThat(PlainFile.contains(before, kept)).isTrue();
    assertThat(PlainFile.contains(before, sealed)).isTrue();
    byte[] after = PlainFile.read(profile.database(), TestProfile.PASSWORD);
    assertThat(PlainFile.contains(after, kept)).isTrue();
    assertThat(PlainFile.contains(after, sealed)).isFalse();
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void a_write_that_fails_removes_nothing() throws Exception {
    FaultyFiles files = new FaultyFiles(profile.files());
    try (Journal journal =
        Journal.open(profile.parts(files, org.parley.journal.JournalClock.system()))) {
      files.failBeforeWrite = true;
      assertThat(catchThrowableOfType(JournalException.class, () -> commit(journal, removing(1L))))
          .hasMessage("the test said so");
      files.failBeforeWrite = false;
      assertThat(journal.entry(1).entry().text()).isEqualTo("the second, which goes");
      commit(journal, removing(1L));
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }
}
