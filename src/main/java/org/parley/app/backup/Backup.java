package org.parley.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.HeldFolder;
import org.parley.app.profile.Profile;
import org.parley.app.profile.ProfileException;
import org.parley.files.NewFile;
import org.parley.files.SafeFile;
import org.parley.journal.JournalException;
import org.parley.journal.Progress;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.settings.ClearSettings;
import org.parley.settings.SettingsDamagedException;
import org.parley.settings.SettingsFile;
import org.parley.vault.JournalId;

/**
 * Copies a profile into one file, which appears whole or not at all and which only its owner may
 * read: settings, vault, directory, anchor and journal, each sealed, or plain, as it is. Any thread
 * but the event thread; it takes as long as the disk needs for the journal.
 */
public final class Backup {
  // What Parley itself leaves in a data folder; other names are nobody's business.
  private static final Pattern OURS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int MOST_LEFT_OUT = 32;

  private final DataFolder folder;
  private final Path directory;
  private final JournalId journal;
  private final BackupArchive.Content database;

  private Backup(
      DataFolder folder, Path directory, JournalId journal, BackupArchive.Content database) {
    this.folder = folder;
    this.directory = directory;
    this.journal = journal;
    this.database = database;
  }

  /**
   * What was made.
   *
   * @param plainDirectory whether whoever reads the file has the passwords of the contacts
   * @param leftOut names of files in the data folder that are not in it
   */
  public record Made(boolean plainDirectory, List<String> leftOut) {}

  /** Of a profile that is open, and goes on meanwhile: a state that it was in during the call. */
  public static Backup of(Profile profile) {
    return new Backup(
        profile.folder(),
        profile.contacts().path(),
        profile.vault().journalId(),
        out -> profile.journal().copyTo(out));
  }

  /** Of a folder that nobody has open; no password is needed. */
  public static Backup of(HeldFolder held, Path directory) throws ProfileException {
    Path database = held.folder().journal();
    return new Backup(held.folder(), directory, held.journalId(), out -> Files.copy(database, out));
  }

  /**
   * Writes the file.
   *
   * @param replace whether a file that is there is replaced
   * @param progress told in bytes
   * @return null where it was cancelled; there is no file then
   * @throws java.nio.file.FileAlreadyExistsException where there is one that may not be replaced
   * @throws IOException where it could not be written, or something could not be read
   * @throws JournalException where the database could not be copied
   */
  public @Nullable Made write(Path file, boolean replace, Progress progress)
      throws IOException, JournalException {
    try (NewFile fresh = NewFile.begin(file, replace)) {
      List<String> leftOut = leftOut(file);
      BackupArchive archive = new BackupArchive(new Watched(fresh.out(), expectedSize(), progress));
      add(archive, Member.SETTINGS, folder.settings());
      add(archive, Member.VAULT, folder.vault());
      byte[] contacts = add(archive, Member.DIRECTORY, directory);
      add(archive, Member.ANCHOR, folder.anchor());
      archive.add(Member.JOURNAL, database);
      archive.finish(
          new Manifest(
              name(),
              journal.toString(),
              Instant.now().truncatedTo(ChronoUnit.SECONDS),
              archive.parts(),
              leftOut));
      Watched.stopIfCancelled(progress);
      fresh.commit();
      return new Made(isPlain(contacts), leftOut);
    } catch (Watched.CancelledException e) {
      return null;
    }
  }

  // Null where there is none: a profile lives without a directory, and says so without an anchor.
  private static byte @Nullable [] add(BackupArchive archive, Member member, Path file)
      throws IOException, JournalException {
    byte[] content;
    try {
      content = SafeFile.read(file, (int) member.most());
    } catch (NoSuchFileException e) {
      if (member.needed()) {
        throw e;
      }
      return null;
    }
    archive.add(member, out -> write(content, out));
    return content;
  }

  private static void write(byte[] content, OutputStream out) throws IOException {
    out.write(content, 0, content.length);
  }

  private static boolean isPlain(byte @Nullable [] directory) {
    try {
      return directory != null
          && JsonReader.document(directory, JsonProfile.FILE) instanceof JsonArray;
    } catch (JsonException e) {
      return true; // whatever it is, it is not sealed
    }
  }

  private @Nullable String name() throws IOException {
    try {
      ClearSettings settings = new SettingsFile(folder.settings()).load();
      return settings.name() == null ? null : settings.name().toString();
    } catch (SettingsDamagedException e) {
      return null;
    }
  }

  private long expectedSize() throws IOException {
    return Files.exists(folder.journal()) ? Files.size(folder.journal()) : 0;
  }

  // Another file may be the directory, and then takes the place of the folder's own.
  private boolean isTaken(String name) {
    Member member = Member.named(name);
    return member != null && (member != Member.DIRECTORY || directory.equals(folder.directory()));
  }

  private boolean isDispensable(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("parley.lo") || folder.texts().endsWith(name);
  }

  // Journals that were set aside and the like. Not the lock and the diagnostics, which no profile
  // lacks, not what is made anew from the journal, and not the backup itself.
  private List<String> leftOut(Path backup) throws IOException {
    try (Stream<Path> files = Files.list(folder.path())) {
      return files
          .filter(file -> !file.equals(backup.toAbsolutePath().normalize()))
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> OURS.matcher(name).matches() && !isTaken(name) && !isDispensable(name))
          .sorted()
          .limit(MOST_LEFT_OUT)
          .toList();
    }
  }
}
