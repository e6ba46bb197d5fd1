package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.names;
import static org.parley.store.TestProfile.received;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.DatabaseGoneException;
import org.parley.journal.Finding;
import org.parley.journal.FindingKind;
import org.parley.journal.Journal;
import org.parley.journal.JournalClock;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

class AnchorsIT {
  @TempDir Path root;
  private TestProfile profile;

  @BeforeEach
  void profile() throws Exception {
    profile = new TestProfile(root.resolve("p"));
  }

  private static long size(Path anchor) throws Exception {
    return JsonReader.object(Files.readAllBytes(anchor), JsonProfile.STRICT)
        .integer("size", 0, 1000);
  }

  private void bothFind(String... findings) throws Exception {
    assertThat(profile.findings()).containsExactly(List.of(findings), List.of(findings));
  }

  @Test
  void both_are_there_from_size_0_on_and_up_to_date_after_a_clean_end() throws Exception {
    try (Journal journal = profile.create()) {
      assertThat(size(profile.anchor())).isZero();
      assertThat(size(profile.anchorCopy())).isZero();
      commit(journal, received("bob", "a"));
    }
    assertThat(size(profile.anchor())).isEqualTo(1);
    assertThat(size(profile.anchorCopy())).isEqualTo(1);
  }

  @Test
  void they_are_written_at_most_once_a_second() throws Exception {
    AtomicLong nanos = new AtomicLong();
    JournalClock clock = new JournalClock(InstantSource.system(), nanos::get);
    profile.create().close();
    try (Journal journal = Journal.open(profile.parts(profile.files(), clock))) {
      commit(journal, received("bob", "a"));
      commit(journal, received("bob", "b")); // after this the first group's anchor is written
      assertThat(size(profile.anchor())).isBetween(1L, 2L);
      long written = size(profile.anchor());
      commit(journal, received("bob", "c"));
      commit(journal, received("bob", "d"));
      assertThat(size(profile.anchor())).isEqualTo(written);
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
      commit(journal, received("bob", "e"));
      commit(journal, received("bob", "f"));
      assertThat(size(profile.anchor())).isBetween(4L, 6L);
    }
    assertThat(size(profile.anchor())).isEqualTo(6);
  }

  @Test
  void an_anchor_that_lags_is_no_finding_and_catches_up() throws Exception {
    profile.filled(3);
    byte[] file = Files.readAllBytes(profile.anchor());
    byte[] copy = Files.readAllBytes(profile.anchorCopy());
    try (Journal journal = profile.open()) {
      for (int i = 0; i < 300; i++) {
        commit(journal, received("bob", "x" + i));
      }
    }
    Files.write(profile.anchor(), file);
    Files.write(profile.anchorCopy(), copy);
    bothFind();
    assertThat(size(profile.anchor())).isEqualTo(303);
    assertThat(size(profile.anchorCopy())).isEqualTo(303);
  }

  @Test
  void an_old_data_folder_put_back_is_found_by_the_copy_alone() throws Exception {
    profile.filled(3);
    Path old = copyOf(profile.database());
    Path oldAnchor = copyOf(profile.anchor());
    goOn();
    put(old, profile.database());
    put(oldAnchor, profile.anchor());
    bothFind("rolled_back");
    acceptAll();
    bothFind();
  }

  @Test
  void an_old_database_put_back_is_found_by_the_file_alone() throws Exception {
    profile.filled(3);
    Path old = copyOf(profile.database());
    goOn();
    put(old, profile.database());
    Files.delete(profile.anchorCopy());
    bothFind("rolled_back");
  }

  @Test
  void an_old_copy_that_went_on_by_itself_is_not_the_anchors_extension() throws Exception {
    profile.filled(3);
    Path old = copyOf(profile.database());
    goOn();
    Path anchor = copyOf(profile.anchor());
    put(old, profile.database());
    try (Journal journal = profile.open()) {
      for (int i = 0; i < 10; i++) {
        commit(journal, received("eve", "another history " + i));
      }
    }
    Files.delete(profile.anchorCopy());
    put(anchor, profile.anchor());
    bothFind("rolled_back");
  }

  @Test
  void a_damaged_or_missing_anchor_json_is_a_finding_and_heals_once_accepted() throws Exception {
    profile.filled(3);
    Files.delete(profile.anchor());
    bothFind("anchor_damaged");
    acceptAll();
    bothFind();
    Files.writeString(profile.anchor(), "{}");
    bothFind("anchor_damaged");
    acceptAll();
    bothFind();
    Files.delete(profile.anchor());
    bothFind("anchor_damaged");
  }

  @Test
  void a_damaged_copy_is_a_finding_and_a_missing_one_is_written_anew() throws Exception {
    profile.filled(3);
    Files.writeString(profile.anchorCopy(), "no anchor");
    bothFind("anchor_damaged");
    acceptAll();
    bothFind();
    Files.delete(profile.anchorCopy());
    bothFind();
    assertThat(size(profile.anchorCopy())).isEqualTo(5 - 1);
  }

  @Test
  void an_anchor_of_another_profile_is_a_finding() throws Exception {
    profile.filled(3);
    TestProfile other = new TestProfile(root.resolve("other"));
    other.setId(org.parley.vault.JournalId.random(org.parley.crypto.RandomSource.secure()));
    other.filled(3);
    put(other.anchor(), profile.anchor());
    bothFind("anchor_damaged");
  }

  @Test
  void a_state_folder_that_cannot_be_written_does_not_stop_the_journal() throws Exception {
    Files.writeString(root.resolve("p").resolve("state"), "a file where the folder should be");
    assertThatThrownBy(() -> profile.create()).hasMessageContaining("anchors");
    Files.delete(profile.state());
    profile.filled(3);
    Files.delete(profile.anchorCopy());
    Files.delete(profile.state());
    Files.writeString(profile.state(), "again");
    try (Journal journal = profile.open()) {
      commit(journal, received("bob", "goes on"));
    }
    assertThat(size(profile.anchor())).isEqualTo(4);
  }

  @Test
  void a_database_that_is_gone_is_not_replaced_by_an_empty_one() throws Exception {
    profile.filled(3);
    Files.delete(profile.database());
    assertThatThrownBy(() -> profile.open())
        .isInstanceOfSatisfying(
            DatabaseGoneException.class,
            e -> assertThat(e.finding().kind()).isEqualTo(FindingKind.ROLLED_BACK));
    Files.delete(profile.anchor());
    assertThatThrownBy(() -> profile.open()).isInstanceOf(DatabaseGoneException.class);
    assertThat(profile.database()).doesNotExist();
  }

  @Test
  void a_profile_whose_making_was_interrupted_is_made_on() throws Exception {
    profile.create().close();
    Files.delete(profile.database());
    Files.writeString(profile.data().resolve("journal.new.mv.db"), "half a file");
    bothFind();
    assertThat(profile.data().resolve("journal.new.mv.db")).doesNotExist();
  }

  private void goOn() throws Exception {
    try (Journal journal = profile.open()) {
      for (int i = 0; i < 5; i++) {
        commit(journal, received("bob", "later " + i));
      }
    }
  }

  private void acceptAll() throws Exception {
    try (Journal journal = profile.open()) {
      for (Finding finding : journal.findings()) {
        journal.accept(finding).get(60, TimeUnit.SECONDS);
      }
      assertThat(names(journal.findings())).isEmpty();
    }
  }

  private Path copyOf(Path file) throws Exception {
    Path copy = root.resolve(file.getFileName() + "." + System.nanoTime());
    return Files.copy(file, copy);
  }

  private static void put(Path from, Path to) throws Exception {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
