package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.names;
import static org.parley.store.TestProfile.received;
import static org.parley.store.TestProfile.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.RandomSource;
import org.parley.journal.Batch;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Finding;
import org.parley.journal.FindingDetail;
import org.parley.journal.Journal;
import org.parley.journal.LocalTypes;
import org.parley.journal.NotAppendableException;
import org.parley.journal.Progress;
import org.parley.journal.StateChange;
import org.parley.journal.StoredEntry;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;
import org.parley.vault.JournalId;

/** Damage done to the database by somebody who could open it, and the name that it is given. */
class FindingsIT {
  @TempDir Path root;
  private TestProfile profile;

  @BeforeEach
  void ten_messages() throws Exception {
    profile = new TestProfile(root.resolve("p")).filled(10);
  }

  private void bothFind(String... findings) throws Exception {
    assertThat(profile.findings()).containsExactly(List.of(findings), List.of(findings));
  }

  @Test
  void nothing_is_found_where_nothing_was_done() throws Exception {
    bothFind();
  }

  @Test
  void a_bit_of_the_sealed_row() throws Exception {
    for (int at : new int[] {0, 40, -1}) {
      Damage.flip(profile, "sealed", 4, at);
      bothFind("modified 4");
      Damage.flip(profile, "sealed", 4, at);
    }
    bothFind();
  }

  @Test
  void a_bit_of_the_tag_or_the_leaf() throws Exception {
    Damage.flip(profile, "tag", 4, 31);
    bothFind("modified 4");
    Damage.flip(profile, "tag", 4, 31);
    Damage.flip(profile, "leaf", 9, 0);
    bothFind("modified 9");
  }

  @Test
  void several_at_once_are_all_found() throws Exception {
    Damage.flip(profile, "sealed", 1, 50);
    Damage.flip(profile, "leaf", 3, 5);
    profile.sql("DELETE FROM ENTRY WHERE seq IN (5, 6)");
    bothFind("modified 1", "modified 3", "missing 5");
  }

  @Test
  void a_shortened_row_and_an_emptied_one() throws Exception {
    profile.sql("UPDATE ENTRY SET sealed = SUBSTRING(sealed FROM 1 FOR 37) WHERE seq = 2");
    profile.sql("UPDATE ENTRY SET sealed = X'' WHERE seq = 5");
    bothFind("modified 2", "modified 5");
  }

  @Test
  void a_first_a_middle_and_a_last_row_that_are_gone() throws Exception {
    profile.sql("DELETE FROM ENTRY WHERE seq = 0");
    bothFind("missing 0");
    profile.sql("DELETE FROM ENTRY WHERE seq IN (3, 4)");
    bothFind("missing 0", "missing 3");
    profile.sql("DELETE FROM ENTRY WHERE seq > 7");
    bothFind("missing 0", "missing 3", "truncated 8");
  }

  @Test
  void all_rows_gone() throws Exception {
    profile.sql("DELETE FROM ENTRY");
    bothFind("truncated 0");
  }

  @Test
  void two_rows_that_changed_places() throws Exception {
    profile.sql(
        "UPDATE ENTRY SET seq = 100 WHERE seq = 2",
        "UPDATE ENTRY SET seq = 2 WHERE seq = 6",
        "UPDATE ENTRY SET seq = 6 WHERE seq = 100");
    bothFind("misplaced 2", "misplaced 6");
  }

  @Test
  void a_row_copied_over_another() throws Exception {
    profile.sql(
        "UPDATE ENTRY SET (sealed, tag, leaf) ="
            + " (SELECT sealed, tag, leaf FROM ENTRY WHERE seq = 1) WHERE seq = 7");
    bothFind("misplaced 7");
  }

  @Test
  void a_row_of_another_journal_of_the_same_owner() throws Exception {
    TestProfile other = new TestProfile(root.resolve("other"));
    other.setId(JournalId.random(RandomSource.secure()));
    other.filled(10);
    transplant(other, 4);
    bothFind("foreign 4");
  }

  private void transplant(TestProfile other, long seq) throws Exception {
    for (String column : new String[] {"sealed", "tag", "leaf"}) {
      String value = other.value("SELECT " + column + " FROM ENTRY WHERE seq = " + seq);
      profile.sql("UPDATE ENTRY SET " + column + " = X'" + value + "' WHERE seq = " + seq);
    }
  }

  @Test
  void a_row_that_somebody_made_up() throws Exception {
    profile.sql(
        "UPDATE ENTRY SET sealed = X'"
            + "00".repeat(64)
            + "', tag = X'"
            + "11".repeat(32)
            + "', leaf = X'"
            + "22".repeat(32)
            + "' WHERE seq = 4");
    bothFind("foreign 4");
  }

  @Test
  void a_row_below_the_first() throws Exception {
    profile.sql("INSERT INTO ENTRY SELECT -5, sealed, tag, leaf FROM ENTRY WHERE seq = 3");
    bothFind("foreign -5");
  }

  @Test
  void rows_beyond_the_head() throws Exception {
    profile.sql(
        "INSERT INTO ENTRY SELECT 10, sealed, tag, leaf FROM ENTRY WHERE seq = 3",
        "INSERT INTO ENTRY SELECT 12, sealed, tag, leaf FROM ENTRY WHERE seq = 3");
    bothFind("extended 10");
    try (Journal journal = profile.open()) {
      assertThat(journal.appendable()).isFalse();
      assertThat(journal.findings().get(0).last()).isEqualTo(12);
      assertThat(journal.commit(Batch.of(Durability.SYNC, List.of())).handle((r, e) -> e).get())
          .isInstanceOf(NotAppendableException.class);
    }
  }

  @Test
  void an_old_head_put_back_under_its_rows() throws Exception {
    String old = headAt(5);
    profile.sql(old);
    bothFind("rolled_back", "extended 5");
  }

  @Test
  void rows_cut_off_with_an_old_head() throws Exception {
    String old = headAt(5);
    profile.sql(old, "DELETE FROM ENTRY WHERE seq >= 5");
    bothFind("rolled_back");
    try (Journal journal = profile.open()) {
      assertThat(journal.appendable()).isTrue();
      assertThat(journal.size()).isEqualTo(5);
    }
  }

  /** The statement that puts back the head of a journal of the first rows only. */
  private String headAt(int size) throws Exception {
    TestProfile shorter = new TestProfile(root.resolve("shorter"));
    Files.createDirectories(shorter.data());
    // The same keys and the same rows, so the same head: a copy taken at that time.
    try (Journal from = profile.open();
        Journal to = shorter.create()) {
      for (StoredEntry row : from.read(0, size).rows()) {
        commit(to, row.entry());
      }
    }
    StringBuilder update = new StringBuilder("UPDATE HEAD SET size = " + size);
    for (String column : new String[] {"root", "frontier", "state", "tag"}) {
      update.append(", ").append(column).append(" = X'");
      update.append(shorter.value("SELECT " + column + " FROM HEAD")).append("'");
    }
    return update.toString();
  }

  @Test
  void a_head_that_was_changed_or_is_gone() throws Exception {
    profile.sql("UPDATE HEAD SET size = 9");
    assertThat(profile.findings().get(0)).containsExactly("head_damaged");
    assertThat(profile.findings().get(1)).containsExactly("head_damaged");
    profile.sql("UPDATE HEAD SET size = 10");
    bothFind();
    for (String column : new String[] {"root", "frontier", "state", "tag"}) {
      String good = profile.value("SELECT " + column + " FROM HEAD");
      profile.sql("UPDATE HEAD SET " + column + " = X'" + "00".repeat(32) + "'");
      bothFind("head_damaged");
      profile.sql("UPDATE HEAD SET " + column + " = X'" + good + "'");
    }
    profile.sql("DELETE FROM HEAD");
    bothFind("head_damaged");
    try (Journal journal = profile.open()) {
      assertThat(journal.appendable()).isFalse();
      assertThat(journal.size()).isEqualTo(10);
      assertThat(journal.entry(9).entry().text()).isEqualTo("message 9");
    }
  }

  @Test
  void the_sealed_state_changed_deleted_or_added_to() throws Exception {
    try (Journal journal = profile.open()) {
      for (int i = 0; i < 3; i++) {
        byte[] id = new byte[16];
        id[15] = (byte) i;
        commit(
            journal,
            new Batch(List.of(), List.of(new StateChange(1, id, new byte[40])), Durability.SYNC));
      }
    }
    bothFind();
    profile.sql(
        "UPDATE STATE SET sealed = X'"
            + "01".repeat(40)
            + "' WHERE id = X'"
            + "00".repeat(16)
            + "'");
    bothFind("modified");
    profile.sql("UPDATE STATE SET sealed = X'" + "00".repeat(40) + "'");
    bothFind();
    profile.sql(
        "INSERT INTO STATE VALUES (2, X'" + "00".repeat(16) + "', X'" + "00".repeat(40) + "')");
    bothFind("modified");
    profile.sql("DELETE FROM STATE");
    bothFind("modified");
  }

  @Test
  void a_damaged_state_stays_a_finding_although_the_next_head_covers_it() throws Exception {
    profile.sql(
        "INSERT INTO STATE VALUES (2, X'" + "00".repeat(16) + "', X'" + "00".repeat(40) + "')");
    try (Journal journal = profile.open()) {
      commit(journal, received("bob", "later"));
      assertThat(journal.entry(10).entry().msgType()).isEqualTo(LocalTypes.FINDING);
      assertThat(journal.entry(11).entry().text()).isEqualTo("later");
    }
    bothFind("modified");
    try (Journal journal = profile.open()) {
      journal.accept(journal.findings().get(0)).get(60, TimeUnit.SECONDS);
      assertThat(journal.findings()).isEmpty();
    }
    bothFind();
  }

  @Test
  void a_removed_row_without_its_remove_row_and_the_reverse() throws Exception {
    Damage.empty(profile, 3);
    bothFind("modified 3");
    try (Journal journal = profile.open()) {
      assertThat(journal.entry(3).condition()).isEqualTo(StoredEntry.Condition.REMOVED);
      commit(journal, remove(3), remove(5));
    }
    bothFind("modified 5");
    Damage.empty(profile, 5);
    bothFind();
    try (Journal journal = profile.open()) {
      commit(journal, remove(5));
    }
    bothFind("modified 12");
  }

  private static Entry remove(long of) {
    return Entry.local(received("bob", "x").time(), LocalTypes.REMOVE, of, null);
  }

  @Test
  void a_damaged_row_is_shown_as_damaged_and_found_when_read() throws Exception {
    try (Journal journal = profile.open()) {
      java.util.ArrayList<Entry> more = new java.util.ArrayList<>();
      for (int i = 0; i < 400; i++) {
        more.add(received("bob", "more " + i));
      }
      commit(journal, Batch.of(Durability.SYNC, more));
    }
    Damage.flip(profile, "sealed", 5, 60);
    try (Journal journal = profile.open()) {
      assertThat(journal.findings()).isEmpty(); // not among the last 256
      assertThat(journal.entry(5).condition()).isEqualTo(StoredEntry.Condition.DAMAGED);
      assertThat(journal.entry(5).entry()).isNull();
      assertThat(names(journal.findings())).containsExactly("modified 5");
      assertThat(journal.read(0, 20).rows()).hasSize(20);
      assertThat(names(verify(journal).findings())).containsExactly("modified 5");
    }
  }

  @Test
  void accepting_is_a_row_and_is_remembered_until_the_row_is_damaged_anew() throws Exception {
    Damage.flip(profile, "sealed", 5, 60);
    profile.sql("DELETE FROM ENTRY WHERE seq = 9");
    try (Journal journal = profile.open()) {
      int[] heard = new int[1];
      journal.addFindingsListener(() -> heard[0]++);
      for (Finding finding : journal.findings()) {
        journal.accept(finding).get(60, TimeUnit.SECONDS);
      }
      assertThat(heard[0]).isEqualTo(2);
      assertThat(journal.findings()).isEmpty();
      assertThat(journal.entry(10).entry().direction()).isEqualTo(Direction.LOCAL);
      assertThat(journal.entry(10).entry().msgType()).isEqualTo(LocalTypes.ACCEPT);
      assertThat(journal.entry(10).entry().of()).isEqualTo(5);
      Verification verification = verify(journal);
      assertThat(verification.ok()).isTrue();
      // The cut-off row is now one that is missing among others.
      assertThat(names(verification.accepted())).containsExactly("modified 5", "missing 9");
    }
    bothFind();
    Damage.flip(profile, "sealed", 5, 61);
    bothFind("modified 5");
  }

  @Test
  void a_damaged_journal_goes_on_and_its_anchors_stand_still() throws Exception {
    byte[] anchor = Files.readAllBytes(profile.anchor());
    Damage.flip(profile, "sealed", 5, 60);
    try (Journal journal = profile.open()) {
      commit(journal, received("bob", "goes on"));
    }
    assertThat(Files.readAllBytes(profile.anchor())).isEqualTo(anchor);
    bothFind("modified 5");
    try (Journal journal = profile.open()) {
      journal.accept(journal.findings().get(0)).get(60, TimeUnit.SECONDS);
    }
    assertThat(Files.readAllBytes(profile.anchor())).isNotEqualTo(anchor);
    bothFind();
  }

  @Test
  void a_verification_tells_root_entries_and_progress_and_changes_nothing() throws Exception {
    String head = profile.value("SELECT tag FROM HEAD");
    try (Journal journal = profile.open()) {
      long[] last = new long[2];
      Verification verification =
          new Verifier(journal, row -> true)
              .run(
                  new Progress() {
                    @Override
                    public void at(long done, long total) {
                      last[0] = done;
                      last[1] = total;
                    }

                    @Override
                    public boolean cancelled() {
                      return false;
                    }
                  });
      assertThat(verification.entries()).isEqualTo(10);
      assertThat(verification.root()).isEqualTo(journal.root());
      assertThat(verification.seenWrong()).isZero();
      assertThat(last).containsExactly(10, 10);
      assertThat(journal.size()).isEqualTo(10);
    }
    assertThat(profile.value("SELECT tag FROM HEAD")).isEqualTo(head);
  }

  @Test
  void a_cancelled_verification_says_nothing() throws Exception {
    try (Journal journal = profile.open()) {
      Progress cancelled =
          new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean cancelled() {
              return true;
            }
          };
      assertThat(new Verifier(journal, row -> true).run(cancelled)).isNull();
    }
  }

  @Test
  void what_a_verification_found_stops_the_journal_where_the_head_is_concerned() throws Exception {
    try (Journal journal = profile.open()) {
      journal.report(
          List.of(
              new Finding(
                  org.parley.journal.FindingKind.HEAD_DAMAGED,
                  null,
                  null,
                  FindingDetail.HEAD_ROWS,
                  "m")),
          false);
      assertThat(names(journal.findings())).containsExactly("head_damaged");
      assertThat(journal.appendable()).isFalse();
    }
  }
}
