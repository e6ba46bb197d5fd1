package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.names;
import static org.parley.store.TestProfile.received;
import static org.parley.store.TestProfile.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.RandomSource;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Finding;
import org.parley.journal.ForeignDatabaseException;
import org.parley.journal.Journal;
import org.parley.journal.LocalTypes;
import org.parley.journal.NewerVersionException;
import org.parley.journal.StateChange;
import org.parley.journal.verify.Verification;
import org.parley.vault.JournalId;

/**
 * Rows that were right once, or somewhere else: of another journal, of an older copy of the same
 * one, and one that was removed. And more damage than anybody can list.
 */
class DamageSplicesIT {
  private static final String STATE_ID = "0a".repeat(16);

  @TempDir Path root;
  private TestProfile profile;

  @BeforeEach
  void ten_messages_and_a_state_row() throws Exception {
    profile = filled("p");
  }

  private TestProfile filled(String name) throws Exception {
    TestProfile made = new TestProfile(root.resolve(name)).filled(10);
    put(made, RandomSource.secure().bytes(56));
    return made;
  }

  private static void put(TestProfile to, byte[] sealed) throws Exception {
    byte[] id = java.util.HexFormat.of().parseHex(STATE_ID);
    try (Journal journal = to.open()) {
      StateChange change = new StateChange(1, id, sealed);
      commit(journal, new Batch(List.of(), List.of(change), Durability.SYNC));
    }
  }

  private void bothFind(String... findings) throws Exception {
    assertThat(profile.findings()).containsExactly(List.of(findings), List.of(findings));
  }

  private String state(TestProfile of) throws Exception {
    return of.value("SELECT sealed FROM STATE");
  }

  private void spliceState(String sealed) throws Exception {
    profile.sql("UPDATE STATE SET sealed = X'" + sealed + "'");
  }

  @Test
  void a_state_row_of_an_older_copy_is_found() throws Exception {
    String old = state(profile);
    put(profile, RandomSource.secure().bytes(56));
    bothFind();
    spliceState(old);
    bothFind("modified");
  }

  @Test
  void a_state_row_of_another_journal_is_found() throws Exception {
    spliceState(state(filled("other")));
    bothFind("modified");
  }

  @Test
  void a_state_row_that_was_taken_back_and_put_back_is_found() throws Exception {
    String old = state(profile);
    put(profile, null);
    bothFind();
    profile.sql("INSERT INTO STATE VALUES (1, X'" + STATE_ID + "', X'" + old + "')");
    bothFind("modified");
  }

  @Test
  void a_row_of_a_journal_with_other_rows_under_the_same_keys_is_found() throws Exception {
    // The same keys and the same id: a copy that went on by itself. Its row 4 is right for seq 4.
    TestProfile other = filled("other");
    for (String column : List.of("sealed", "tag", "leaf")) {
      String value = other.value("SELECT " + column + " FROM ENTRY WHERE seq = 4");
      profile.sql("UPDATE ENTRY SET " + column + " = X'" + value + "' WHERE seq = 4");
    }
    // No row is wrong by itself, so that only the tree can tell: the head is not these rows'.
    bothFind("head_damaged");
  }

  @Test
  void a_removed_row_that_is_brought_back_is_found() throws Exception {
    String sealed = profile.value("SELECT sealed FROM ENTRY WHERE seq = 3");
    String tag = profile.value("SELECT tag FROM ENTRY WHERE seq = 3");
    try (Journal journal = profile.open()) {
      commit(journal, Entry.local(received("bob", "x").time(), LocalTypes.REMOVE, 3L, null));
    }
    Damage.empty(profile, 3);
    bothFind();
    profile.sql("UPDATE ENTRY SET sealed = X'" + sealed + "', tag = X'" + tag + "' WHERE seq = 3");
    bothFind("modified 3");
  }

  @Test
  void a_row_removed_by_somebody_who_cannot_write_the_remove_row_is_found() throws Exception {
    profile.sql("UPDATE ENTRY SET sealed = X'' WHERE seq = 3");
    bothFind("modified 3");
  }

  @Test
  void each_bit_of_the_version_is_refused() throws Exception {
    int version = Integer.parseInt(profile.value("SELECT version FROM VERSION"));
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      profile.sql("UPDATE VERSION SET version = " + (version ^ 1 << bit));
      assertThatThrownBy(profile::open)
          .as("bit %d", bit)
          .isInstanceOfAny(ForeignDatabaseException.class, NewerVersionException.class);
    }
    profile.sql("UPDATE VERSION SET version = " + version);
    bothFind();
  }

  @Test
  void a_head_of_another_journal_is_found() throws Exception {
    TestProfile other = new TestProfile(root.resolve("other"));
    other.setId(JournalId.random(RandomSource.secure()));
    other.filled(10);
    for (String column : List.of("root", "frontier", "state", "tag")) {
      String value = other.value("SELECT " + column + " FROM HEAD");
      profile.sql("UPDATE HEAD SET " + column + " = X'" + value + "'");
    }
    bothFind("head_damaged");
  }

  @Test
  void of_more_damage_than_can_be_listed_the_rest_is_counted_and_comes_once_this_is_accepted()
      throws Exception {
    int rows = 10_300;
    try (Journal journal = profile.open()) {
      List<Entry> more = new ArrayList<>();
      for (int i = 10; i < rows; i++) {
        more.add(received("bob", "more " + i));
      }
      commit(journal, Batch.of(Durability.SYNC, more));
    }
    profile.sql("UPDATE ENTRY SET tag = X'" + "00".repeat(32) + "' WHERE seq < 10100");
    try (Journal journal = profile.open()) {
      Verification first = verify(journal);
      assertThat(first.findings()).hasSize(10_000);
      assertThat(first.unlisted()).isEqualTo(100);
      assertThat(first.ok()).isFalse();
      assertThat(names(first.findings()).get(9_999)).isEqualTo("modified 9999");
      journal.report(first.findings(), first.unlisted() > 0);
      assertThat(journal.moreFindings()).isTrue();
      journal.accept(first.findings()).join();

      Verification second = verify(journal);
      assertThat(second.unlisted()).isZero();
      assertThat(second.findings()).extracting(Finding::seq).hasSize(100).startsWith(10_000L);
      journal.report(second.findings(), second.unlisted() > 0);
      assertThat(journal.moreFindings()).isFalse();
      journal.accept(second.findings()).join();
      assertThat(journal.findings()).isEmpty();
      assertThat(verify(journal).ok()).isTrue();
    }
  }
}
