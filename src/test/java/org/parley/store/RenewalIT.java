package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.id;
import static org.parley.store.TestProfile.received;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.ForeignDatabaseException;
import org.parley.journal.Journal;
import org.parley.journal.JournalException;
import org.parley.journal.LocalTypes;
import org.parley.journal.Renewal;
import org.parley.journal.Seen;
import org.parley.journal.StateChange;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.vault.JournalId;

class RenewalIT {
  @TempDir Path root;
  private TestProfile profile;
  private JournalId old;
  private String oldRoot;

  @BeforeEach
  void five_messages_and_two_state_rows() throws Exception {
    profile = new TestProfile(root);
    old = profile.id();
    try (Journal journal = profile.create()) {
      for (int i = 0; i < 5; i++) {
        commit(journal, received("bob", id(i), "message " + i));
      }
      List<StateChange> states = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte[] id = new byte[16];
        id[15] = (byte) i;
        byte[] sealed = new byte[40];
        sealed[0] = (byte) (i % 2);
        states.add(new StateChange(1, id, sealed));
      }
      commit(journal, new Batch(List.of(), states, Durability.SYNC));
      oldRoot = HexFormat.of().formatHex(journal.root());
    }
  }

  private Journal setAside(Journal journal) throws JournalException {
    return Renewal.setAside(
        journal == null ? profile.parts() : journal.parts(),
        journal,
        row -> row.sealed()[0] == 0,
        profile::setId);
  }

  private static JsonObject firstBody(Journal journal) throws Exception {
    Entry first = journal.entry(0).entry();
    assertThat(first.msgType()).isEqualTo(LocalTypes.FOLLOWS);
    return JsonReader.object(Base64.getDecoder().decode(first.body()), JsonProfile.STRICT);
  }

  @Test
  void a_damaged_head_makes_way_for_a_new_journal_that_names_the_old_one() throws Exception {
    profile.sql("UPDATE HEAD SET size = 4");
    byte[] damaged = Files.readAllBytes(profile.database());
    Journal journal = profile.open();
    assertThat(journal.appendable()).isFalse();
    try (Journal fresh = setAside(journal)) {
      assertThat(profile.id()).isNotEqualTo(old);
      assertThat(fresh.findings()).isEmpty();
      assertThat(fresh.size()).isEqualTo(1);
      JsonObject body = firstBody(fresh);
      assertThat(body.string("journal")).isEqualTo(old.toString());
      assertThat(body.integer("size", 0, 10)).isEqualTo(5);
      assertThat(body.string("root")).isEqualTo(oldRoot);
      assertThat(body.string("known_by")).isEqualTo("anchor");
      int[] states = new int[1];
      fresh.forEachState(
          1,
          row -> {
            assertThat(row.sealed()[0]).isZero();
            states[0]++;
          });
      assertThat(states[0]).isEqualTo(100);
      byte[] text = "message 3".getBytes(StandardCharsets.UTF_8);
      assertThat(fresh.seen("bob", id(3), text)).isEqualTo(Seen.SAME);
      commit(fresh, received("bob", id(9), "goes on"));
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
    Path kept = profile.data().resolve("journal-" + old + ".mv.db");
    // Closing it, H2 may have appended a block; nothing was taken from it.
    assertThat(Files.size(kept)).isGreaterThanOrEqualTo(damaged.length);
    assertThat(profile.data().resolve("journal.new.mv.db")).doesNotExist();
  }

  @Test
  void rows_beyond_a_head_that_verifies_leave_the_head_as_what_is_known() throws Exception {
    profile.sql("INSERT INTO ENTRY SELECT 7, sealed, tag, leaf FROM ENTRY WHERE seq = 1");
    try (Journal fresh = setAside(profile.open())) {
      assertThat(firstBody(fresh).string("known_by")).isEqualTo("head");
      assertThat(firstBody(fresh).string("root")).isEqualTo(oldRoot);
    }
  }

  @Test
  void a_foreign_database_is_set_aside_unread() throws Exception {
    profile.sql("CREATE TABLE OTHER(a INT)");
    assertThatThrownBy(() -> profile.open()).isInstanceOf(ForeignDatabaseException.class);
    try (Journal fresh = setAside(null)) {
      assertThat(fresh.findings()).isEmpty();
      assertThat(firstBody(fresh).string("root")).isEqualTo(oldRoot);
      assertThat(fresh.seen("bob", id(3), "message 3".getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(Seen.NEW);
    }
    assertThat(profile.data().resolve("journal-" + old + ".mv.db")).exists();
  }

  @Test
  void a_database_that_is_gone_is_followed_by_a_new_one() throws Exception {
    Files.delete(profile.database());
    Files.delete(profile.anchor());
    Files.delete(profile.anchorCopy());
    try (Journal fresh = setAside(null)) {
      assertThat(firstBody(fresh).string("known_by")).isEqualTo("nothing");
      assertThat(firstBody(fresh).get("root")).isNull();
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void where_the_new_id_cannot_be_kept_everything_stays_as_it_was() throws Exception {
    profile.sql("UPDATE HEAD SET size = 4");
    try (Journal journal = profile.open()) {
      assertThatThrownBy(
              () ->
                  Renewal.setAside(
                      journal.parts(),
                      journal,
                      row -> true,
                      id -> {
                        throw new JournalException("wrong password");
                      }))
          .hasMessage("wrong password");
      assertThat(journal.entry(2).entry().text()).isEqualTo("message 2");
      // And it can be tried again.
      try (Journal fresh = setAside(journal)) {
        assertThat(fresh.size()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_crash_after_the_id_was_kept_asks_to_set_aside_again_and_loses_nothing() throws Exception {
    profile.sql("UPDATE HEAD SET size = 4");
    // The vault names the new journal, the file is still the old one.
    try (Journal journal = profile.open()) {
      assertThatThrownBy(
              () ->
                  Renewal.setAside(
                      journal.parts(),
                      journal,
                      row -> true,
                      id -> {
                        profile.setId(id);
                        throw new JournalException("killed");
                      }))
          .hasMessage("killed");
    }
    Journal again = profile.open();
    assertThat(again.appendable()).isFalse();
    try (Journal fresh = setAside(again)) {
      assertThat(fresh.appendable()).isTrue();
      assertThat(fresh.seen("bob", id(3), "message 3".getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(Seen.SAME);
      assertThat(fresh.state(1, new byte[16])).isNotNull();
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void setting_aside_twice_keeps_both() throws Exception {
    profile.sql("UPDATE HEAD SET size = 4");
    setAside(profile.open()).close();
    JournalId second = profile.id();
    profile.sql("UPDATE HEAD SET size = 4");
    setAside(profile.open()).close();
    assertThat(profile.data().resolve("journal-" + old + ".mv.db")).exists();
    assertThat(profile.data().resolve("journal-" + second + ".mv.db")).exists();
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }
}
