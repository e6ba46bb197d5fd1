package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.parley.directory.DirectoryTest.BOB;
import static org.parley.directory.DirectoryTest.good;
import static org.parley.directory.DirectoryTest.written;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.name.PeerName;
import org.parley.vault.PasswordKdf;
import org.parley.vault.TestVault;
import org.parley.vault.UnusablePasswordException;
import org.parley.vault.Vault;

class DirectoryFileTest {
  static final KdfSource CHEAP =
      new KdfSource() {
        @Override
        public PasswordKdf fresh() {
          return TestVault.cheapKdf();
        }

        @Override
        public PasswordKdf read(JsonObject json) throws JsonException {
          return TestVault.readKdf(json);
        }
      };
  private static final String LIST = "[" + BOB + ", 7, {\"username\": \"x\", \"Note\": 1.50}]";
  private static final char[] PHRASE = "a phrase of its own".toCharArray();

  @TempDir Path folder;
  private Path path;
  private Vault vault;
  private DirectoryFile file;
  private PeerName alice;

  @BeforeEach
  void open() throws Exception {
    path = folder.resolve("directory.json");
    vault = TestVault.create(folder.resolve("vault.json"), "pw".toCharArray());
    file = new DirectoryFile(path, vault, CHEAP);
    alice = PeerName.of("alice");
  }

  @AfterEach
  void close() {
    file.close();
    vault.close();
  }

  private Directory load() throws Exception {
    return file.load(alice, null);
  }

  private DirectoryFile again() {
    return new DirectoryFile(path, vault, CHEAP);
  }

  @Test
  void a_file_that_is_not_there_is_empty_and_made_by_saving() throws Exception {
    assertThat(file.kindOnDisk()).isEqualTo(DirectoryFile.Kind.MISSING);
    Directory empty = load();
    assertThat(empty.entries()).isEmpty();
    assertThat(path).doesNotExist();
    assertThat(file.kind()).isEqualTo(DirectoryFile.Kind.MISSING);
    file.save(empty.add(good()));
    assertThat(file.kind()).isEqualTo(DirectoryFile.Kind.PLAIN);
    try (DirectoryFile again = again()) {
      assertThat(again.load(alice, null).contacts()).hasSize(1);
    }
  }

  @Test
  void a_plain_file_keeps_all_that_was_in_it() throws Exception {
    Files.writeString(path, LIST);
    assertThat(file.kindOnDisk()).isEqualTo(DirectoryFile.Kind.PLAIN);
    Directory directory = load();
    file.save(directory.add(good()));
    Directory again = load();
    assertThat(again.entries()).hasSize(4);
    assertThat(again.json().values().subList(0, 3)).isEqualTo(directory.json().values());
    assertThat(Files.readString(path)).contains("1.50");
  }

  @Test
  void sealed_with_the_vault_it_shows_nothing_and_stays_sealed() throws Exception {
    Files.writeString(path, LIST);
    Directory directory = load();
    file.sealWithVault(directory);
    assertThat(Files.readString(path)).doesNotContain("bob").doesNotContain("geheim");
    assertThat(file.kindOnDisk()).isEqualTo(DirectoryFile.Kind.VAULT);
    try (DirectoryFile again = again()) {
      Directory loaded = again.load(alice, null);
      assertThat(written(loaded)).isEqualTo(written(directory));
      again.save(loaded.add(good()));
      assertThat(again.kind()).isEqualTo(DirectoryFile.Kind.VAULT);
      assertThat(again.kindOnDisk()).isEqualTo(DirectoryFile.Kind.VAULT);
    }
    assertThat(file.changedOnDisk()).isTrue();
    assertThat(load().contacts()).hasSize(2);
  }

  @Test
  void another_vault_does_not_open_it() throws Exception {
    file.load(alice, null);
    file.sealWithVault(Directory.empty(alice).add(good()));
    try (Vault other = TestVault.create(folder.resolve("other.json"), "pw".toCharArray());
        DirectoryFile foreign = new DirectoryFile(path, other, CHEAP)) {
      assertThatThrownBy(() -> foreign.load(alice, null)).isInstanceOf(WrongSealException.class);
    }
  }

  @Test
  void sealed_with_a_passphrase_it_opens_with_that_alone() throws Exception {
    Files.writeString(path, LIST);
    Directory directory = load();
    file.sealWithPassphrase(directory, PHRASE);
    assertThat(file.kind()).isEqualTo(DirectoryFile.Kind.PASSPHRASE);
    assertThat(file.kindOnDisk()).isEqualTo(DirectoryFile.Kind.PASSPHRASE);
    try (DirectoryFile again = again()) {
      assertThatThrownBy(() -> again.load(alice, null))
          .isInstanceOf(PassphraseNeededException.class);
      assertThatThrownBy(() -> again.load(alice, "other".toCharArray()))
          .isInstanceOf(WrongSealException.class);
      assertThatThrownBy(() -> again.load(alice, new char[0]))
          .isInstanceOf(WrongSealException.class);
      Directory loaded = again.load(alice, PHRASE);
      assertThat(written(loaded)).isEqualTo(written(directory));
      again.save(loaded.add(good()));
    }
    // Once opened, what another program wrote under the same parameters opens without asking.
    assertThat(load().contacts()).hasSize(2);
    assertThatThrownBy(() -> file.sealWithPassphrase(directory, new char[0]))
        .isInstanceOf(UnusablePasswordException.class);
  }

  @Test
  void unsealed_it_is_plain_again() throws Exception {
    Files.writeString(path, LIST);
    Directory directory = load();
    String plain = written(directory);
    file.sealWithPassphrase(directory, PHRASE);
    file.sealWithVault(directory);
    file.unseal(directory);
    assertThat(path).hasContent(plain);
    assertThat(file.kind()).isEqualTo(DirectoryFile.Kind.PLAIN);
  }

  @Test
  void what_another_program_wrote_is_noticed_and_not_lost() throws Exception {
    Files.writeString(path, LIST);
    Directory mine = load().add(good());
    assertThat(file.changedOnDisk()).isFalse();
    Files.writeString(path, "[]");
    assertThat(file.changedOnDisk()).isTrue();
    for (Save save :
        List.<Save>of(
            () -> file.save(mine),
            () -> file.sealWithVault(mine),
            () -> file.sealWithPassphrase(mine, PHRASE),
            () -> file.unseal(mine))) {
      assertThatThrownBy(save::run).isInstanceOf(DirectoryChangedException.class);
      assertThat(path).hasContent("[]");
    }
    assertThat(file.kind()).isEqualTo(DirectoryFile.Kind.PLAIN);
    Path kept = file.saveKeepingOther(mine);
    assertThat(kept).hasFileName("directory.json.other-1").hasContent("[]");
    assertThat(load().contacts()).hasSize(2);
    assertThat(file.saveKeepingOther(mine)).isNull();
  }

  private interface Save {
    void run() throws Exception;
  }

  @Test
  void a_file_that_was_taken_away_or_put_there_is_noticed() throws Exception {
    Files.writeString(path, LIST);
    Directory mine = load();
    Files.delete(path);
    assertThat(file.changedOnDisk()).isTrue();
    assertThatThrownBy(() -> file.save(mine)).isInstanceOf(DirectoryChangedException.class);
    assertThat(path).doesNotExist();
    assertThat(file.saveKeepingOther(mine)).isNull();
    assertThat(path).exists();
    Path late = folder.resolve("late.json");
    try (DirectoryFile other = new DirectoryFile(late, vault, CHEAP)) {
      Directory empty = other.load(alice, null);
      Files.writeString(late, "[]");
      assertThatThrownBy(() -> other.save(empty)).isInstanceOf(DirectoryChangedException.class);
    }
  }

  @Test
  void a_damaged_file_says_where_and_is_never_written_over() throws Exception {
    Files.writeString(path, LIST);
    Directory mine = load();
    String damaged = "[\n  {\"username\": \"bob\",\n   \"password\": geheim}\n]\n";
    Files.writeString(path, damaged);
    assertThatThrownBy(this::load)
        .isInstanceOfSatisfying(
            DirectoryDamagedException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(DirectoryDamagedException.Reason.NOT_JSON);
              assertThat(e.line()).isEqualTo(3);
              assertThat(e.column()).isBetween(15, 22);
              assertThat(e.getMessage()).contains("line 3").doesNotContain("geheim");
            });
    assertThatThrownBy(file::kindOnDisk).isInstanceOf(DirectoryDamagedException.class);
    assertThatThrownBy(() -> file.save(mine)).isInstanceOf(DirectoryChangedException.class);
    assertThat(path).hasContent(damaged);
    assertThat(file.setAside()).hasFileName("directory.json.damaged-1").hasContent(damaged);
    load();
    file.save(mine);
    assertThat(load().contacts()).hasSize(1);
  }

  @Test
  void a_file_cut_anywhere_is_damaged() throws Exception {
    Files.writeString(path, LIST);
    file.sealWithVault(load());
    byte[] sealed = Files.readAllBytes(path);
    for (byte[] whole : List.of(LIST.getBytes("UTF-8"), sealed)) {
      for (int length = 0; length < whole.length - 1; length++) {
        Files.write(path, Arrays.copyOf(whole, length));
        assertThatThrownBy(this::load).isInstanceOf(DirectoryDamagedException.class);
      }
    }
  }

  @Test
  void no_changed_bit_of_a_sealed_file_gives_other_contacts() throws Exception {
    Files.writeString(path, "[" + BOB + "]");
    Directory directory = load();
    String plain = written(directory);
    file.sealWithVault(directory);
    byte[] sealed = Files.readAllBytes(path);
    int opened = 0;
    for (int i = 0; i < sealed.length * 8; i++) {
      byte[] changed = sealed.clone();
      changed[i / 8] ^= (byte) (1 << (i % 8));
      Files.write(path, changed);
      try {
        assertThat(written(load())).isEqualTo(plain);
        assertThat(sealed[i / 8]).isLessThanOrEqualTo((byte) ' '); // white space became other
        opened++;
      } catch (DirectoryException e) {
        assertThat(e)
            .isInstanceOfAny(
                DirectoryDamagedException.class,
                WrongSealException.class,
                DirectoryNewerException.class);
      }
    }
    assertThat(opened).isLessThan(sealed.length);
  }

  @Test
  void what_is_json_but_no_directory_is_damaged() throws Exception {
    for (String text : List.of("{}", BOB, "7", "\"x\"", "", "[1] x", "[{\"a\":1,\"a\":2}]")) {
      Files.writeString(path, text);
      assertThatThrownBy(this::load).as(text).isInstanceOf(DirectoryDamagedException.class);
    }
  }

  @Test
  void an_endless_file_is_damaged() throws Exception {
    Files.write(path, new byte[17 * 1024 * 1024]);
    assertThatThrownBy(this::load)
        .isInstanceOfSatisfying(
            DirectoryDamagedException.class,
            e -> assertThat(e.reason()).isEqualTo(DirectoryDamagedException.Reason.TOO_LARGE));
  }

  @Test
  void saving_before_reading_is_a_bug() {
    assertThatThrownBy(() -> file.save(Directory.empty(alice)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_file_is_the_owners_alone_after_saving() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.writeString(path, LIST);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    file.save(load());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_link_stays_a_link() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path real = Files.createDirectory(folder.resolve("real")).resolve("contacts.json");
    Files.writeString(real, LIST);
    Files.createSymbolicLink(path, real);
    file.save(load().add(good()));
    assertThat(path).isSymbolicLink();
    assertThat(Files.readString(real)).contains("carol");
  }

  @Test
  void a_folder_that_is_gone_is_a_clear_failure() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path moved = folder.resolve("moved");
    try (DirectoryFile there = new DirectoryFile(inner.resolve("d.json"), vault, CHEAP)) {
      Directory empty = there.load(alice, null);
      there.save(empty);
      Files.move(inner, moved);
      assertThatThrownBy(() -> there.saveKeepingOther(empty)).isInstanceOf(IOException.class);
      Files.move(moved, inner);
      assertThat(there.load(alice, null).entries()).isEmpty();
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_a_clear_failure() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.writeString(path, LIST);
    Directory directory = load();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      assumeTrue(!Files.isWritable(folder), "root writes everywhere");
      assertThatThrownBy(() -> file.save(directory)).isInstanceOf(IOException.class);
      assertThat(path).hasContent(LIST);
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void an_export_has_the_passwords_only_where_asked() throws Exception {
    Files.writeString(
        path,
        "["
            + BOB.replace("}", ", \"old_password\": \"alt\"}")
            + ", \"a secret?\", {\"username\": \"x\", \"password\": 5}]");
    Directory directory = load();
    assertThat(DirectoryExport.bytes(directory, true)).asString().isEqualTo(written(directory));
    assertThat(DirectoryExport.bytes(directory, false))
        .asString()
        .isEqualTo(
            """
            [
              {
                "username": "bob",
                "port": 5001,
                "ip": "192.0.2.7"
              },
              {
                "username": "x"
              }
            ]
            """);
    Path target = folder.resolve("export.json");
    DirectoryExport.write(directory, target, true);
    assertThat(target).hasContent(written(directory));
    assertThatThrownBy(() -> DirectoryExport.write(directory, path, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(load().entries()).hasSize(3);
  }

  @Test
  void nothing_is_left_beside() throws Exception {
    file.save(load());
    file.sealWithVault(load());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(path, folder.resolve("vault.json"));
    }
  }

  @Test
  void a_closed_file_opens_no_seal() throws Exception {
    load();
    file.sealWithVault(Directory.empty(alice));
    file.close();
    assertThatThrownBy(this::load).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void read_again_it_keeps_the_entries_that_say_the_same() throws Exception {
    String two = "[" + BOB + ", " + BOB.replace("bob", "carol") + "]";
    Files.writeString(path, two);
    Directory before = load();
    DirectoryEntry bob = before.entries().get(0);
    Files.writeString(path, two.replace(", {", " ,\n {"));
    assertThat(file.loadAgain(before, null)).isSameAs(before);
    assertThat(file.changedOnDisk()).isFalse();
    Files.writeString(path, "[" + BOB.replace("bob", "dave") + ", 7, " + BOB + "]");
    Directory after = file.loadAgain(before, null);
    assertThat(after.entries()).hasSize(3);
    assertThat(after.entries().get(2)).isSameAs(bob);
    assertThat(bob.contact().password()).isEqualTo("geheim".toCharArray());
    assertThat(after.find(name("dave")).password()).isEqualTo("geheim".toCharArray());
  }

  @Test
  void a_file_that_is_gone_or_half_written_is_not_read_again_as_another() throws Exception {
    Files.writeString(path, LIST);
    Directory before = load();
    Files.delete(path);
    assertThatThrownBy(() -> file.loadAgain(before, null)).isInstanceOf(NoSuchFileException.class);
    assertThat(file.changedOnDisk()).isTrue(); // still told, and never written over unasked
    Files.writeString(path, "[" + BOB + ",\n {\"username\": \"ca");
    assertThatThrownBy(() -> file.loadAgain(before, null))
        .isInstanceOfSatisfying(
            DirectoryDamagedException.class,
            e -> {
              assertThat(e.line()).isEqualTo(2);
              assertThat(e.entry()).isEqualTo(2);
            });
    assertThatThrownBy(() -> file.save(before)).isInstanceOf(DirectoryChangedException.class);
  }

  @Test
  void the_entry_of_a_place_is_told_by_what_stands_before_it() {
    String text = "[{\"a\": \"}], \\\", [\", \"b\": [1, 2]},\n7,\n{\"c\": }]";
    assertThat(EntryAt.number(text, 1, 1)).isZero();
    assertThat(EntryAt.number(text, 1, 20)).isEqualTo(1);
    assertThat(EntryAt.number(text, 2, 1)).isEqualTo(2);
    assertThat(EntryAt.number(text, 3, 7)).isEqualTo(3);
    assertThat(EntryAt.number(text, 9, 1)).isZero(); // after the end
  }

  private static PeerName name(String text) throws Exception {
    return PeerName.of(text);
  }
}
