package org.parley.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;

class VaultTest {
  private static final char[] PASSWORD = "correct horse".toCharArray();
  private static final char[] OTHER = "battery staple".toCharArray();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("vault.json");
  }

  private static byte[] databaseKey(Vault vault) {
    try (SecretBytes key = vault.key(Purpose.DATABASE)) {
      return key.expose().clone();
    }
  }

  private boolean posix() throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.supportsFileAttributeView("posix");
  }

  @Test
  void what_was_made_opens_with_the_same_keys() throws Exception {
    try (Vault made = TestVault.create(file, PASSWORD);
        Vault opened = TestVault.open(file, PASSWORD)) {
      assertThat(databaseKey(opened)).isEqualTo(databaseKey(made));
      assertThat(opened.journalId()).isEqualTo(made.journalId());
      assertThat(opened.identityPublic()).isEqualTo(made.identityPublic());
    }
  }

  @Test
  void two_vaults_share_nothing() throws Exception {
    try (Vault one = TestVault.create(file, PASSWORD);
        Vault two = TestVault.create(folder.resolve("two.json"), PASSWORD)) {
      assertThat(databaseKey(one)).isNotEqualTo(databaseKey(two));
      assertThat(one.journalId()).isNotEqualTo(two.journalId());
    }
  }

  @Test
  void a_new_file_costs_what_the_page_says_and_is_the_owners_alone() throws Exception {
    Vault.create(file, PASSWORD).close();
    assertThat(Files.readString(file))
        .contains("\"memory_kib\": 131072", "\"iterations\": 3", "\"lanes\": 1", "\"version\": 19");
    assumeTrue(posix());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Vault.open(file, PASSWORD).close();
  }

  @Test
  void making_one_never_overwrites() throws Exception {
    Files.writeString(file, "not even a vault");
    assertThatThrownBy(() -> TestVault.create(file, PASSWORD))
        .isInstanceOf(VaultExistsException.class);
    assertThat(file).hasContent("not even a vault");
    assertNothingBeside();
  }

  @Test
  void a_password_of_no_bytes_or_half_a_character_is_refused() throws Exception {
    for (char[] bad : List.of(new char[0], new char[] {'\uD83D'})) {
      assertThatThrownBy(() -> TestVault.create(file, bad))
          .isInstanceOf(UnusablePasswordException.class);
      assertThat(file).doesNotExist();
    }
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      byte[] before = Files.readAllBytes(file);
      for (char[] bad : List.of(new char[0], new char[] {'\uD83D'})) {
        assertThatThrownBy(() -> TestVault.open(file, bad))
            .isInstanceOf(WrongPasswordException.class);
        assertThatThrownBy(() -> vault.changePassword(PASSWORD, bad))
            .isInstanceOf(UnusablePasswordException.class);
      }
      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void a_missing_file_is_told_apart() {
    assertThatThrownBy(() -> TestVault.open(file, PASSWORD))
        .isInstanceOf(VaultMissingException.class);
  }

  @Test
  void a_file_that_asks_for_a_cheap_derivation_is_refused_by_the_program() throws Exception {
    TestVault.create(file, PASSWORD).close();
    assertThatThrownBy(() -> Vault.open(file, PASSWORD)).isInstanceOf(VaultDamagedException.class);
  }

  @Test
  void no_changed_bit_is_anything_but_damage_or_a_wrong_password() throws Exception {
    byte[] key;
    String journal;
    try (Vault made = TestVault.create(file, PASSWORD)) {
      key = databaseKey(made);
      journal = made.journalId().toString();
    }
    byte[] whole = Files.readAllBytes(file);
    int opened = 0;
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = whole.clone();
        changed[i] ^= (byte) (1 << bit);
        Files.write(file, changed);
        try (Vault vault = TestVault.open(file, PASSWORD)) {
          // White space that became other white space says the same.
          assertThat(databaseKey(vault)).isEqualTo(key);
          assertThat(vault.journalId()).hasToString(journal);
          assertThat(whole[i]).isLessThanOrEqualTo((byte) ' ');
          opened++;
        } catch (VaultDamagedException | WrongPasswordException e) {
          assertThat(e.getMessage()).doesNotContain(new String(PASSWORD));
        }
      }
    }
    assertThat(opened).isLessThan(whole.length);
  }

  @Test
  void a_file_cut_anywhere_is_damaged() throws Exception {
    TestVault.create(file, PASSWORD).close();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 1; length++) { // the last byte is only LF
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TestVault.open(file, PASSWORD))
          .isInstanceOf(VaultDamagedException.class);
    }
  }

  @Test
  void an_endless_file_is_damaged_and_not_read_to_its_end() throws Exception {
    Files.write(file, new byte[10_000_000]);
    assertThatThrownBy(() -> TestVault.open(file, PASSWORD))
        .isInstanceOf(VaultDamagedException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void a_new_password_keeps_every_key_and_the_old_one_no_longer_opens() throws Exception {
    byte[] key;
    byte[] before;
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      key = databaseKey(vault);
      before = Files.readAllBytes(file);
      vault.changePassword(PASSWORD, OTHER);
      assertThat(databaseKey(vault)).isEqualTo(key);
    }
    assertThatThrownBy(() -> TestVault.open(file, PASSWORD))
        .isInstanceOf(WrongPasswordException.class);
    try (Vault vault = TestVault.open(file, OTHER)) {
      assertThat(databaseKey(vault)).isEqualTo(key);
    }
    Files.write(file, before); // what the user is told: an old copy opens with the old password
    try (Vault vault = TestVault.open(file, PASSWORD)) {
      assertThat(databaseKey(vault)).isEqualTo(key);
    }
  }

  @Test
  void every_wrapping_has_a_salt_and_a_nonce_of_its_own() throws Exception {
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      String before = Files.readString(file);
      vault.changePassword(PASSWORD, PASSWORD);
      String after = Files.readString(file);
      for (String member : List.of("salt", "nonce", "key", "sum")) {
        assertThat(line(after, member)).as(member).isNotEqualTo(line(before, member));
      }
    }
  }

  private static String line(String json, String member) {
    return json.lines().filter(l -> l.strip().startsWith('"' + member + "\":")).findFirst().get();
  }

  @Test
  void a_wrong_old_password_changes_nothing() throws Exception {
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      byte[] before = Files.readAllBytes(file);
      assertThatThrownBy(() -> vault.changePassword(OTHER, OTHER))
          .isInstanceOf(WrongPasswordException.class);
      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void another_journal_is_named_under_the_same_keys() throws Exception {
    JournalId next = JournalId.random(RandomSource.secure());
    byte[] key;
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      key = databaseKey(vault);
      assertThatThrownBy(() -> vault.setJournalId(next, OTHER))
          .isInstanceOf(WrongPasswordException.class);
      assertThat(vault.journalId()).isNotEqualTo(next);
      vault.setJournalId(next, PASSWORD);
      assertThat(vault.journalId()).isEqualTo(next);
    }
    try (Vault vault = TestVault.open(file, PASSWORD)) {
      assertThat(vault.journalId()).isEqualTo(next);
      assertThat(databaseKey(vault)).isEqualTo(key);
    }
  }

  @Test
  void a_vault_put_in_this_ones_place_is_not_written_over() throws Exception {
    Path other = folder.resolve("other.json");
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      TestVault.create(other, PASSWORD).close();
      byte[] foreign = Files.readAllBytes(other);
      Files.write(file, foreign);
      assertThatThrownBy(() -> vault.changePassword(PASSWORD, OTHER))
          .isInstanceOf(VaultDamagedException.class);
      assertThat(file).hasBinaryContent(foreign);
    }
  }

  @Test
  void a_file_that_vanished_while_open_is_written_anew() throws Exception {
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      byte[] key = databaseKey(vault);
      Files.delete(file);
      vault.changePassword(PASSWORD, OTHER);
      try (Vault again = TestVault.open(file, OTHER)) {
        assertThat(databaseKey(again)).isEqualTo(key);
      }
    }
  }

  @Test
  void a_folder_that_is_gone_is_a_clear_failure_and_leaves_the_old_password() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("data"));
    Path moved = folder.resolve("moved");
    Path inside = inner.resolve("vault.json");
    try (Vault vault = TestVault.create(inside, PASSWORD)) {
      Files.move(inner, moved);
      assertThatThrownBy(() -> vault.changePassword(PASSWORD, OTHER))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(inner.toString());
      Files.move(moved, inner);
      vault.changePassword(PASSWORD, OTHER); // the vault itself is as it was
      TestVault.open(inside, OTHER).close();
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_a_clear_failure() throws Exception {
    assumeTrue(posix());
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      byte[] before = Files.readAllBytes(file);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
      try {
        assumeTrue(!Files.isWritable(folder), "root writes everywhere");
        assertThatThrownBy(() -> vault.changePassword(PASSWORD, OTHER))
            .isInstanceOf(IOException.class);
        assertThat(file).hasBinaryContent(before);
      } finally {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  @Test
  void making_one_where_there_is_no_folder_is_a_clear_failure() {
    assertThatThrownBy(() -> TestVault.create(folder.resolve("no/vault.json"), PASSWORD))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothing_is_left_beside_the_file() throws Exception {
    try (Vault vault = TestVault.create(file, PASSWORD)) {
      vault.changePassword(PASSWORD, OTHER);
    }
    assertNothingBeside();
  }

  private void assertNothingBeside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_closed_vault_gives_nothing_out() throws Exception {
    Vault vault = TestVault.create(file, PASSWORD);
    vault.close();
    assertThatThrownBy(() -> vault.key(Purpose.DATABASE)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.seal(SealPurpose.STATE))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.signAsIdentity(new byte[1]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.changePassword(PASSWORD, OTHER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closing_wipes_the_master_key() throws Exception {
    byte[] seen = new byte[VaultFile.MASTER_SIZE];
    RandomSource watched =
        count -> {
          byte[] bytes = count == seen.length ? seen : new byte[count];
          Arrays.fill(bytes, (byte) 7);
          return bytes;
        };
    Vault vault = Vault.create(file, PASSWORD, TestVault.CHEAP, watched);
    assertThat(seen).containsOnly((byte) 7);
    vault.close();
    assertThat(seen).containsOnly((byte) 0);
  }

  @Test
  void nothing_prints_a_secret() throws Exception {
    try (Vault vault = TestVault.create(file, PASSWORD);
        Seal seal = vault.seal(SealPurpose.STATE)) {
      assertThat(vault.toString()).isEqualTo("Vault[redacted]");
      assertThat(seal.toString()).isEqualTo("Seal[STATE, redacted]");
      assertThat(TestVault.cheapKdf().toString())
          .isEqualTo("PasswordKdf[argon2id, 64 KiB, 1 passes]");
    }
  }
}
