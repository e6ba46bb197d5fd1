package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.journal.Entry;
import org.parley.journal.FindingKind;
import org.parley.journal.ForeignDatabaseException;
import org.parley.journal.Journal;
import org.parley.journal.JournalClock;
import org.parley.journal.JournalException;
import org.parley.journal.JournalParts;
import org.parley.journal.NewerVersionException;

class SchemaIT {
  @TempDir Path root;
  private TestProfile profile;

  @BeforeEach
  void profile() throws Exception {
    profile = new TestProfile(root).filled(2);
  }

  /** What a stranger's statement would do if it ran: it makes a file. */
  private String plant(String what) {
    return what.replace("PROOF", root.resolve("proof").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE FORCE TRIGGER T BEFORE INSERT ON ENTRY FOR EACH ROW CALL 'evil.Trigger'",
        "CREATE FORCE TRIGGER S BEFORE SELECT ON VERSION CALL 'evil.Trigger'",
        "CREATE FORCE ALIAS A FOR 'evil.Functions.run'",
        "CREATE VIEW V AS SELECT * FROM ENTRY",
        "CREATE TABLE T(a INT DEFAULT LENGTH(FILE_READ('/etc/passwd')))",
        "CREATE TABLE EXTRA(a INT)",
        "CREATE TABLE VERSIONS(version INT)",
        "CREATE SEQUENCE S",
        "CREATE CONSTANT C VALUE 1",
        "CREATE DOMAIN D AS INT",
        "CREATE SCHEMA OTHER",
        "CREATE USER EVE PASSWORD 'x' ADMIN",
        "CREATE ROLE R",
        "CREATE INDEX I ON ENTRY(tag)",
        "CREATE MEMORY TABLE M(a INT)",
        "COMMENT ON TABLE ENTRY IS 'x'",
        "ALTER TABLE ENTRY ALTER COLUMN tag SET DEFAULT X'00'",
        "ALTER TABLE STATE ALTER COLUMN sealed SET DEFAULT CSVWRITE('PROOF', 'SELECT 1')",
        "ALTER TABLE HEAD DROP CONSTRAINT HEAD_ONE",
        "ALTER TABLE ENTRY ADD COLUMN more INT",
        "ALTER TABLE ENTRY DROP CONSTRAINT ENTRY_KEY",
        "DROP TABLE SEEN",
        "DELETE FROM VERSION",
        "INSERT INTO VERSION VALUES 1",
        "UPDATE VERSION SET version = 0",
        "DROP TABLE VERSION ;; CREATE VIEW VERSION AS SELECT 1 AS version",
        "ALTER TABLE ENTRY RENAME TO OLD ;; CREATE VIEW ENTRY AS SELECT * FROM OLD"
      })
  void an_object_that_is_not_ours_is_foreign_and_the_file_is_left_alone(String statement)
      throws Exception {
    for (String each : plant(statement).split(" ;; ", -1)) {
      profile.sql(each);
    }
    refusedUntouched();
  }

  @Test
  void an_alias_with_a_program_of_its_own_is_foreign_too() throws Exception {
    plantInNewProcess("CREATE ALIAS A AS 'int a() { return 1; }'");
    refusedUntouched();
  }

  private void refusedUntouched() throws Exception {
    byte[] before = Files.readAllBytes(profile.database());
    assertThatThrownBy(() -> profile.open())
        .isInstanceOfSatisfying(
            ForeignDatabaseException.class,
            e -> assertThat(e.finding().kind()).isEqualTo(FindingKind.FOREIGN));
    assertThat(Files.readAllBytes(profile.database())).isEqualTo(before);
    assertThat(root.resolve("proof")).doesNotExist();
  }

  /** In another process: in this one H2 refuses the classes that the attacker needs. */
  private void plantInNewProcess(String statement) throws Exception {
    String file = profile.database().toString();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.h2.tools.Shell",
                "-url",
                "jdbc:h2:" + file.substring(0, file.length() - ".mv.db".length()) + ";CIPHER=AES",
                "-user",
                "parley",
                "-password",
                TestProfile.PASSWORD + " " + TestProfile.PASSWORD,
                "-sql",
                statement)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).doesNotContain("Error");
  }

  @Test
  void a_newer_version_is_told_and_not_touched() throws Exception {
    profile.sql(
        "CREATE TABLE LATER(a INT NOT NULL, CONSTRAINT LATER_KEY PRIMARY KEY (a))",
        "UPDATE VERSION SET version = 7");
    byte[] before = Files.readAllBytes(profile.database());
    assertThatThrownBy(() -> profile.open())
        .isInstanceOfSatisfying(
            NewerVersionException.class,
            e -> {
              assertThat(e.found()).isEqualTo(7);
              assertThat(e.known()).isEqualTo(2);
            });
    assertThat(Files.readAllBytes(profile.database())).isEqualTo(before);
  }

  @Test
  void a_newer_version_of_the_same_shape_is_told_too() throws Exception {
    profile.sql("UPDATE VERSION SET version = 3");
    assertThatThrownBy(() -> profile.open()).isInstanceOf(NewerVersionException.class);
  }

  @Test
  void a_journal_of_thousands_of_commits_is_still_ours() throws Exception {
    try (Journal journal = profile.open()) {
      for (int i = 0; i < 60; i++) {
        Entry[] entries = new Entry[100];
        Arrays.setAll(entries, n -> received("bob", "m" + n));
        commit(journal, entries);
      }
    }
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void what_h2_counts_of_a_column_does_not_make_it_foreign() throws Exception {
    profile.sql("ANALYZE");
    assertThat(
            profile.value(
                "SELECT SELECTIVITY FROM INFORMATION_SCHEMA.COLUMNS"
                    + " WHERE TABLE_NAME = 'ENTRY' AND COLUMN_NAME = 'SEQ'"))
        .isEqualTo("100");
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
  }

  @Test
  void an_older_version_is_brought_up_to_date() throws Exception {
    SchemaStep third =
        new SchemaStep() {
          @Override
          public int version() {
            return 3;
          }

          @Override
          public List<String> statements() {
            return List.of("CREATE TABLE LATER(a INT)");
          }
        };
    Schema later = new Schema(List.of(new FirstSchema(), new SecondSchema(), third));
    for (int round = 0; round < 2; round++) {
      H2Files files = new H2Files(profile.data(), TestProfile.PASSWORD.toCharArray(), later);
      try (Journal journal = Journal.open(profile.parts(files, JournalClock.system()))) {
        assertThat(journal.findings()).isEmpty();
        commit(journal, received("bob", "in version 3"));
      }
    }
    assertThat(profile.value("SELECT version FROM VERSION")).isEqualTo("3");
    assertThat(profile.value("SELECT COUNT(*) FROM LATER")).isEqualTo("0");
    assertThatThrownBy(() -> profile.open()).isInstanceOf(NewerVersionException.class);
  }

  private JournalParts first(Path folder) throws Exception {
    profile = new TestProfile(folder);
    Schema schema = new Schema(List.of(new FirstSchema()));
    H2Files files = new H2Files(profile.data(), TestProfile.PASSWORD.toCharArray(), schema);
    return profile.parts(files, JournalClock.system());
  }

  @Test
  void version_1_becomes_version_2_with_all_that_is_in_it() throws Exception {
    try (Journal journal = Journal.create(first(root.resolve("first")))) {
      commit(journal, received("bob", "in version 1"));
    }
    assertThat(profile.value("SELECT version FROM VERSION")).isEqualTo("1");
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
    assertThat(profile.value("SELECT version FROM VERSION")).isEqualTo("2");
    assertThat(profile.value("SELECT COUNT(*) FROM SEARCH")).isEqualTo("0");
    try (Journal journal = profile.open()) {
      assertThat(journal.entry(0).entry().text()).isEqualTo("in version 1");
    }
  }

  @Test
  void an_upgrade_that_was_killed_after_its_table_is_finished() throws Exception {
    try (Journal journal = Journal.create(first(root.resolve("killed")))) {
      commit(journal, received("bob", "in version 1"));
    }
    profile.sql(new SecondSchema().statements().toArray(String[]::new));
    assertThat(profile.findings()).containsExactly(List.of(), List.of());
    assertThat(profile.value("SELECT version FROM VERSION")).isEqualTo("2");
  }

  @Test
  void version_1_refuses_version_2_and_leaves_it_untouched() throws Exception {
    profile.open().close();
    byte[] before = Files.readAllBytes(profile.database());
    Schema old = new Schema(List.of(new FirstSchema()));
    H2Files files = new H2Files(profile.data(), TestProfile.PASSWORD.toCharArray(), old);
    assertThatThrownBy(files::open).isInstanceOf(NewerVersionException.class);
    assertThat(Files.readAllBytes(profile.database())).isEqualTo(before);
  }

  @Test
  void a_wrong_password_or_garbage_is_an_error_and_changes_nothing() throws Exception {
    byte[] before = Files.readAllBytes(profile.database());
    H2Files wrong = new H2Files(profile.data(), "00".repeat(32).toCharArray());
    assertThatThrownBy(wrong::open).isInstanceOf(JournalException.class);
    assertThat(Files.readAllBytes(profile.database())).isEqualTo(before);
    byte[] garbage = "not a database".repeat(1000).getBytes(StandardCharsets.UTF_8);
    Files.write(profile.database(), garbage);
    assertThatThrownBy(() -> profile.open()).isInstanceOf(JournalException.class);
    assertThat(Files.readAllBytes(profile.database())).isEqualTo(garbage);
  }

  @Test
  void a_folder_name_that_h2_cannot_open_is_told() throws Exception {
    TestProfile odd = new TestProfile(root.resolve("a;b"));
    assertThatThrownBy(odd::create).hasMessageContaining("semicolon");
  }

  @Test
  void compaction_is_due_where_less_than_half_of_a_large_file_is_alive() {
    long large = Compaction.SMALL + 1;
    assertThat(Compaction.isDue(large, Compaction.SMALL, 100, 49)).isTrue();
    assertThat(Compaction.isDue(large, Compaction.SMALL, 70, 70)).isTrue();
    assertThat(Compaction.isDue(large, Compaction.SMALL, 100, 50)).isFalse();
    assertThat(Compaction.isDue(Compaction.SMALL, Compaction.SMALL, 1, 1)).isFalse();
  }
}
