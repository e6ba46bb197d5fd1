package org.parley.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.app.backup.Manifest.Part;
import org.parley.app.backup.RestoreException.Trouble;
import org.parley.app.profile.DataFolder;
import org.parley.files.FolderHeldException;
import org.parley.files.FolderLock;
import org.parley.files.SafeFile;
import org.parley.journal.Progress;
import org.parley.vault.Vault;
import org.parley.vault.VaultException;

/**
 * Makes a data folder of a backup. Everything is unpacked and checked below the folder first, as
 * far as it can be without a password, and then put in its place, the journal first and the vault
 * last: before it is there, there is no profile, and what a process that was killed in between left
 * is told by a journal without a vault. The same backup can be restored over that. Where anything
 * fails the folder is left as it was. The anchor's copy in the user's state folder stays: it tells
 * whether the backup is older than what was here.
 *
 * <p>Any thread but the event thread.
 */
public final class Restore {
  private static final String UNPACKED = ".restore";
  private static final String LOCK = "parley.lock";

  /** In which they come into their place. */
  static final List<Member> ORDER =
      List.of(Member.JOURNAL, Member.SETTINGS, Member.DIRECTORY, Member.ANCHOR, Member.VAULT);

  private static final byte[] DATABASE = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

  private final Path backup;
  private final Path folder;
  private final Progress progress;

  private Restore(Path backup, Path folder, Progress progress) {
    this.backup = backup;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * What was restored, as the backup says it, for which nobody vouches.
   *
   * @param name the own name; null where it is not known
   * @param journal the journal's id
   * @param made when the backup was made
   * @param withDirectory whether it had contacts
   * @param withAnchor whether it had an anchor; without one a verification finds that
   * @param leftOut files that were in the data folder and not in the backup
   */
  public record Restored(
      @Nullable String name,
      String journal,
      Instant made,
      boolean withDirectory,
      boolean withAnchor,
      List<String> leftOut) {}

  /**
   * Restores into a folder that is missing, or holds nothing but files whose names begin with a
   * dot, what Parley's lock and diagnostics leave, and what a restoring of this backup left that
   * was killed.
   *
   * @param progress told in bytes
   * @return null where it was cancelled; the folder is as it was
   * @throws RestoreException where the file or the folder is not what it has to be
   * @throws IOException where the file could not be read, or the folder not be written
   */
  public static @Nullable Restored run(Path backup, DataFolder target, Progress progress)
      throws RestoreException, IOException {
    return new Restore(backup, target.path(), progress).run();
  }

  private @Nullable Restored run() throws RestoreException, IOException {
    BackupReader reader = new BackupReader(backup, progress);
    boolean made = !Files.exists(folder);
    boolean whole = false;
    try {
      refuseFull();
      reader.checkSum();
      SafeFile.makeFolder(folder);
      try (FolderLock lock = FolderLock.take(folder)) {
        refuseFull(); // whoever had the lock before may have filled it
        Restored restored = unpack(reader);
        whole = true;
        return restored;
      }
    } catch (FolderHeldException e) {
      whole = true; // the other one's folder
      throw new RestoreException(Trouble.FOLDER_HELD, null, e);
    } catch (Watched.CancelledException e) {
      return null;
    } finally {
      if (!whole && made) {
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
      }
    }
  }

  private void refuseFull() throws IOException, RestoreException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean left = isLeft();
    try (Stream<Path> files = Files.list(folder)) {
      String other =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !name.startsWith(".") && !name.startsWith("parley.lo"))
              .filter(name -> !left || Member.named(name) == null)
              .sorted()
              .findFirst()
              .orElse(null);
      if (other != null) {
        throw new RestoreException(Trouble.NOT_EMPTY, other, null);
      }
    }
  }

  // Perhaps a restoring that was killed left it: what is in the backup will be compared.
  private boolean isLeft() {
    return Files.exists(Member.JOURNAL.in(folder), LinkOption.NOFOLLOW_LINKS)
        && !Files.exists(Member.VAULT.in(folder), LinkOption.NOFOLLOW_LINKS);
  }

  private Restored unpack(BackupReader reader) throws IOException, RestoreException {
    Path unpacked = folder.resolve(UNPACKED);
    drop(unpacked); // what a process that was killed left
    SafeFile.makeFolder(unpacked);
    try {
      Manifest manifest = reader.unpackTo(unpacked);
      List<Member> members = manifest.parts().stream().map(Part::member).toList();
      check(manifest, members, unpacked);
      Watched.stopIfCancelled(progress);
      dropLeft(unpacked);
      place(members, unpacked);
      return new Restored(
          manifest.name(),
          manifest.journal(),
          manifest.made(),
          members.contains(Member.DIRECTORY),
          members.contains(Member.ANCHOR),
          manifest.leftOut());
    } finally {
      drop(unpacked);
    }
  }

  // What can be told without the password: that there is a vault as Parley writes it, of the
  // journal that the backup names, and a database such as Parley opens.
  private static void check(Manifest manifest, List<Member> members, Path unpacked)
      throws IOException, RestoreException {
    for (Member member : Member.values()) {
      if (member.needed() && !members.contains(member)) {
        throw new RestoreException(Trouble.DAMAGED, null, null);
      }
    }
    try (InputStream database = Files.newInputStream(Member.JOURNAL.in(unpacked))) {
      String journal = Vault.journalNamedIn(Member.VAULT.in(unpacked)).toString();
      boolean ours = Arrays.equals(database.readNBytes(DATABASE.length), DATABASE);
      if (!ours || !journal.equals(manifest.journal())) {
        throw new RestoreException(Trouble.DAMAGED, null, null);
      }
    } catch (VaultException e) {
      throw new RestoreException(Trouble.DAMAGED, null, e);
    }
  }

  // Only what lies unpacked beside, byte for byte, is deleted; the journal, by which the rest is
  // known, last.
  private void dropLeft(Path unpacked) throws IOException, RestoreException {
    List<Path> left = new ArrayList<>();
    for (Member member : ORDER) {
      Path file = member.in(folder);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Path own = member.in(unpacked);
        boolean same =
            Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.exists(own)
                && Files.mismatch(file, own) < 0;
        if (!same) {
          throw new RestoreException(Trouble.NOT_EMPTY, member.fileName(), null);
        }
        left.add(file);
      }
    }
    deleteReversed(left);
  }

  private static void deleteReversed(List<Path> files) throws IOException {
    List<Path> reversed = new ArrayList<>(files);
    Collections.reverse(reversed);
    for (Path file : reversed) {
      Files.deleteIfExists(file);
    }
  }

  private void place(List<Member> members, Path unpacked) throws IOException {
    List<Member> order = ORDER.stream().filter(members::contains).toList();
    SafeFile.ownerOnly(folder);
    List<Path> placed = new ArrayList<>();
    boolean whole = false;
    try {
      for (Member member : order) {
        Path target = member.in(folder);
        Files.move(member.in(unpacked), target); // refuses what has come meanwhile
        placed.add(target);
        if (member != Member.VAULT) {
          SafeFile.syncFolder(folder); // the vault's name is not to be on the disk before these
        }
      }
      SafeFile.syncFolder(folder);
      whole = true;
    } finally {
      if (!whole) {
        deleteReversed(placed);
      }
    }
  }

  private static void drop(Path unpacked) throws IOException {
    if (!Files.isDirectory(unpacked, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Member member : Member.values()) {
      Files.deleteIfExists(member.in(unpacked));
    }
    Files.delete(unpacked);
  }
}
