package org.parley.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.TestProfile.commit;
import static org.parley.store.TestProfile.received;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.HeldFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.app.profile.ProfileException;
import org.parley.crypto.Sha256;
import org.parley.journal.Progress;
import org.parley.journal.verify.Verification;
import org.parley.name.PeerName;
import org.parley.store.SmallDisk;
import org.parley.store.TestProfile;

class BackupIT {
  private static final char[] PASSWORD = "startup".toCharArray();

  @TempDir Path root;
  private Path backup;

  @BeforeEach
  void place() {
    backup = root.resolve("a.backup");
  }

  private Opening opening(String folder) throws Exception {
    return new Opening(
        DataFolder.at(root.resolve(folder)),
        null,
        PeerName.of("alice"),
        5000,
        root,
        root.resolve("state"),
        Distrust.REFUSE);
  }

  private Profile create() throws Exception {
    Profile profile = Assembly.create(opening("data"), PASSWORD, step -> {});
    for (int i = 0; i < 5; i++) {
      commit(profile.journal(), received("bob", "message " + i));
    }
    return profile;
  }

  private Backup.Made closedBackup() throws Exception {
    create().close();
    return backUpClosed();
  }

  private Backup.Made backUpClosed() throws Exception {
    Opening opening = opening("data");
    try (HeldFolder held = HeldFolder.take(opening.folder())) {
      return Backup.of(held, opening.directory()).write(backup, false, Progress.NONE);
    }
  }

  private Restore.Restored restore(String folder) throws Exception {
    return Restore.run(backup, DataFolder.at(root.resolve(folder)), Progress.NONE);
  }

  private List<String> findings(String folder) throws Exception {
    try (Profile profile = Assembly.open(opening(folder), PASSWORD, null, step -> {})) {
      Verification found = profile.verifying().run(Progress.NONE);
      assertThat(found).isNotNull();
      return TestProfile.names(found.findings());
    }
  }

  private List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static final class Cancelled implements Progress {
    @Override
    public void at(long done, long total) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }

  @Test
  void what_is_restored_is_the_profile_and_verifies() throws Exception {
    create().close();
    Files.writeString(DataFolder.at(root.resolve("data")).texts(), "made anew from the journal");
    Backup.Made made = backUpClosed();
    assertThat(made.leftOut()).isEmpty();
    Restore.Restored restored = restore("again");
    assertThat(restored.name()).isEqualTo("alice");
    assertThat(restored.withAnchor()).isTrue();
    assertThat(names(root.resolve("again")))
        .contains("anchor.json", "journal.mv.db", "settings.json", "vault.json")
        .doesNotContain(".restore");
    for (String name : List.of("anchor.json", "journal.mv.db", "settings.json", "vault.json")) {
      assertThat(root.resolve("again").resolve(name))
          .hasSameBinaryContentAs(root.resolve("data").resolve(name));
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(root.resolve("again").resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    assertThat(findings("again")).isEmpty();
  }

  @Test
  void a_profile_that_is_open_is_copied_while_messages_come() throws Exception {
    long atLeast;
    try (Profile profile = create()) {
      Thread other =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 200; i++) {
                    commit(profile.journal(), received("bob", "meanwhile " + i));
                  }
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              },
              "test-appends");
      other.start();
      while (profile.journal().size() < 50) {
        Thread.onSpinWait();
      }
      atLeast = profile.journal().size();
      assertThat(Backup.of(profile).write(backup, false, Progress.NONE)).isNotNull();
      other.join();
    }
    // As on another machine: there the state folder knows nothing.
    Files.delete(root.resolve("state").resolve(restore("again").journal() + ".json"));
    try (Profile again = Assembly.open(opening("again"), PASSWORD, null, step -> {})) {
      assertThat(again.journal().size()).isGreaterThanOrEqualTo(atLeast);
      assertThat(again.verifying().run(Progress.NONE).findings()).isEmpty();
    }
  }

  @Test
  void an_older_backup_is_told_from_the_newer_state_that_this_machine_knew() throws Exception {
    closedBackup();
    try (Profile profile = Assembly.open(opening("data"), PASSWORD, null, step -> {})) {
      commit(profile.journal(), received("bob", "later"));
    }
    restore("again");
    assertThat(findings("again")).containsExactly("rolled_back");
  }

  @Test
  void a_directory_left_plain_is_said_and_one_named_elsewhere_comes_along() throws Exception {
    create().close();
    Path elsewhere = root.resolve("contacts.json");
    Files.writeString(elsewhere, "[]");
    Files.writeString(root.resolve("data").resolve("journal-0a.mv.db"), "set aside");
    try (HeldFolder held = HeldFolder.take(opening("data").folder())) {
      Backup.Made made = Backup.of(held, elsewhere).write(backup, false, Progress.NONE);
      assertThat(made.plainDirectory()).isTrue();
      assertThat(made.leftOut()).containsExactly("journal-0a.mv.db");
    }
    Restore.Restored restored = restore("again");
    assertThat(restored.withDirectory()).isTrue();
    assertThat(restored.leftOut()).containsExactly("journal-0a.mv.db");
    assertThat(root.resolve("again").resolve("directory.json")).hasContent("[]");
  }

  @Test
  void any_zip_program_reads_it() throws Exception {
    closedBackup();
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      List<String> names = Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .startsWith("settings.json", "vault.json")
          .endsWith("anchor.json", "journal.mv.db", "parley-backup.json");
      byte[] bytes = Files.readAllBytes(backup);
      assertThat(zip.getComment())
          .isEqualTo(HexFormat.of().formatHex(Sha256.of(Arrays.copyOf(bytes, bytes.length - 64))));
    }
  }

  @Test
  void a_file_that_is_there_is_kept_and_cancelling_leaves_none() throws Exception {
    create().close();
    try (HeldFolder held = HeldFolder.take(opening("data").folder())) {
      Backup of = Backup.of(held, opening("data").directory());
      assertThat(of.write(backup, false, new Cancelled())).isNull();
      assertThat(names(root)).noneMatch(n -> n.contains("backup") || n.startsWith(".parley"));
      Files.writeString(backup, "mine");
      assertThatThrownBy(() -> of.write(backup, false, Progress.NONE))
          .isInstanceOf(FileAlreadyExistsException.class);
      assertThat(backup).hasContent("mine");
    }
  }

  @Test
  void a_folder_that_is_held_is_not_copied_beside_its_holder() throws Exception {
    try (Profile profile = create()) {
      assertThatThrownBy(() -> HeldFolder.take(profile.folder()))
          .isInstanceOf(ProfileException.class)
          .hasMessageContaining("FOLDER_HELD");
    }
  }

  @Test
  void a_folder_that_holds_something_is_left_alone() throws Exception {
    closedBackup();
    Path taken = Files.createDirectory(root.resolve("taken"));
    Files.writeString(taken.resolve("notes.txt"), "mine");
    refused("taken", RestoreException.Trouble.NOT_EMPTY);
    assertThat(names(taken)).containsExactly("notes.txt");
    refused("data", RestoreException.Trouble.NOT_EMPTY);
  }

  @Test
  void an_empty_folder_with_a_hidden_file_is_restored_into() throws Exception {
    closedBackup();
    Path db = Files.createDirectory(root.resolve("db"));
    Files.writeString(db.resolve(".gitkeep"), "");
    // What a restore that was killed left.
    Files.createDirectory(db.resolve(".restore"));
    Files.writeString(db.resolve(".restore").resolve("vault.json"), "half");
    restore("db");
    assertThat(names(db)).contains(".gitkeep", "vault.json").doesNotContain(".restore");
    assertThat(findings("db")).isEmpty();
  }

  private void refused(String folder, RestoreException.Trouble trouble) {
    assertThatThrownBy(() -> restore(folder))
        .isInstanceOfSatisfying(
            RestoreException.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
  }

  @Test
  void a_flipped_bit_anywhere_is_refused_and_leaves_nothing() throws Exception {
    closedBackup();
    byte[] whole = Files.readAllBytes(backup);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      // Every region: the front, the back, and anything between.
      int at =
          switch (i % 3) {
            case 0 -> random.nextInt(Math.min(2000, whole.length));
            case 1 -> whole.length - 1 - random.nextInt(Math.min(1500, whole.length));
            default -> random.nextInt(whole.length);
          };
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(backup, damaged);
      assertThatThrownBy(() -> restore("again"))
          .as("seed " + seed + ", byte " + at)
          .isInstanceOf(RestoreException.class);
      assertThat(root.resolve("again")).as("seed " + seed + ", byte " + at).doesNotExist();
    }
  }

  @Test
  void a_file_that_is_cut_off_or_goes_on_is_refused() throws Exception {
    closedBackup();
    byte[] whole = Files.readAllBytes(backup);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      int length = i < 70 && i % 2 == 0 ? whole.length - 1 - i : random.nextInt(whole.length);
      Files.write(backup, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> restore("again"))
          .as("seed " + seed + ", length " + length)
          .isInstanceOf(RestoreException.class);
    }
    Files.write(backup, Arrays.copyOf(whole, whole.length + 1));
    refused("again", RestoreException.Trouble.DAMAGED);
    Files.writeString(backup, "something else");
    refused("again", RestoreException.Trouble.NO_BACKUP);
    assertThat(root.resolve("again")).doesNotExist();
  }

  /** A zip with a right sum, as anybody can make one. */
  private void forge(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment("0".repeat(64));
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
    byte[] file = bytes.toByteArray();
    String sum = HexFormat.of().formatHex(Sha256.of(Arrays.copyOf(file, file.length - 64)));
    System.arraycopy(sum.getBytes(StandardCharsets.US_ASCII), 0, file, file.length - 64, 64);
    Files.write(backup, file);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void hostile_archives_with_a_right_sum_are_refused_and_write_nothing() throws Exception {
    create().close();
    byte[] vault = Files.readAllBytes(root.resolve("data").resolve("vault.json"));
    byte[] database = Files.readAllBytes(root.resolve("data").resolve("journal.mv.db"));
    byte[] none = bytes("{}");
    for (String name :
        List.of("../evil", "/tmp/evil", "a/../../evil", "vault.json/", "journal-1.mv.db", "")) {
      forge("settings.json", none, name, none);
      refused("again", RestoreException.Trouble.DAMAGED);
    }
    forge("vault.json", vault, "settings.json", none); // another order
    refused("again", RestoreException.Trouble.DAMAGED);
    forge("settings.json", new byte[2 << 20]); // a bomb: far smaller as it is packed
    refused("again", RestoreException.Trouble.DAMAGED);
    forge("settings.json", none, "vault.json", vault, "journal.mv.db", new byte[8 << 20]);
    refused("again", RestoreException.Trouble.DAMAGED);
    forge("settings.json", none, "vault.json", vault, "journal.mv.db", database); // no manifest
    refused("again", RestoreException.Trouble.DAMAGED);
    forge("parley-backup.json", bytes("{\"parley_backup\":2}"));
    refused("again", RestoreException.Trouble.NEWER);
    forge("settings.json", none, Manifest.FILE_NAME, manifest(none));
    refused("again", RestoreException.Trouble.DAMAGED); // no vault
    forge("settings.json", bytes("{ }"), Manifest.FILE_NAME, manifest(none));
    refused("again", RestoreException.Trouble.DAMAGED); // another content than it says
    assertThat(names(root)).containsExactlyInAnyOrder("a.backup", "data", "state");
  }

  private static byte[] manifest(byte[] settings) {
    return new Manifest(
            "alice",
            "0".repeat(32),
            Instant.EPOCH,
            List.of(Manifest.Part.of(Member.SETTINGS, settings.length, Sha256.of(settings))),
            List.of())
        .bytes();
  }

  @Test
  void cancelling_a_restore_leaves_nothing() throws Exception {
    closedBackup();
    assertThat(Restore.run(backup, DataFolder.at(root.resolve("again")), new Cancelled())).isNull();
    assertThat(root.resolve("again")).doesNotExist();
  }

  @Test
  void a_full_disk_leaves_neither_half_a_backup_nor_half_a_profile() throws Exception {
    closedBackup();
    try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"))) {
      disk.fillBut(16 << 10);
      try (HeldFolder held = HeldFolder.take(opening("data").folder())) {
        Backup of = Backup.of(held, opening("data").directory());
        assertThatThrownBy(() -> of.write(disk.path().resolve("b.backup"), false, Progress.NONE))
            .isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> restore("disk/again")).isInstanceOf(IOException.class);
      assertThat(names(disk.path())).containsExactly("filler");
    }
  }
}
