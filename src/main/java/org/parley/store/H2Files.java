package org.parley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.parley.files.SafeFile;
import org.parley.journal.JournalException;
import org.parley.journal.JournalFiles;
import org.parley.journal.JournalStore;

/**
 * The database files of a data folder: {@code journal.mv.db}, those that were set aside as {@code
 * journal-<id>.mv.db}, and {@code journal.new.mv.db} while one is made.
 */
public final class H2Files implements JournalFiles, AutoCloseable {
  private final Path folder;
  private final Path journal;
  private final Path beside;
  private final Schema schema;
  private final char[] password;

  /** Copies the password; the caller wipes its own. */
  public H2Files(Path dataFolder, char[] databasePassword) {
    this(dataFolder, databasePassword, Schema.present());
  }

  H2Files(Path dataFolder, char[] databasePassword, Schema schema) {
    this.folder = dataFolder;
    this.journal = dataFolder.resolve("journal" + H2.SUFFIX);
    this.beside = dataFolder.resolve("journal.new" + H2.SUFFIX);
    this.schema = schema;
    this.password = databasePassword.clone();
  }

  @Override
  public boolean exists() {
    return Files.exists(journal);
  }

  @Override
  public JournalStore open() throws JournalException {
    return H2Store.open(journal, schema, password);
  }

  @Override
  public JournalStore createBeside() throws JournalException {
    try {
      // One that is there was never taken: a crash left it, and nobody was told of it.
      Files.deleteIfExists(beside);
      SafeFile.makeEmpty(beside);
    } catch (IOException e) {
      throw new JournalException("the database could not be made: " + e.getMessage(), e);
    }
    return H2Store.create(beside, schema, password);
  }

  @Override
  public void takeBeside(String oldId) throws JournalException {
    try {
      if (exists()) {
        keepAs("journal-" + oldId);
      }
      try {
        Files.move(
            beside, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, journal, StandardCopyOption.REPLACE_EXISTING);
      }
      SafeFile.syncFolder(folder);
    } catch (IOException e) {
      throw new JournalException("the journal could not be put in place: " + e.getMessage(), e);
    }
  }

  // A second name for the old file, so that there is a journal at any time: by a link, or where the
  // file system has none by a copy.
  private void keepAs(String name) throws IOException {
    for (int i = 1; ; i++) {
      Path kept = folder.resolve(i == 1 ? name + H2.SUFFIX : name + "-" + i + H2.SUFFIX);
      if (Files.exists(kept)) {
        continue;
      }
      try {
        Files.createLink(kept, journal);
        return;
      } catch (FileAlreadyExistsException e) {
        // Made this very moment: the next name, then.
      } catch (UnsupportedOperationException | IOException e) {
        copyTo(kept);
        return;
      }
    }
  }

  private void copyTo(Path kept) throws IOException {
    Files.copy(journal, kept);
    SafeFile.ownerOnly(kept);
    try (FileChannel channel = FileChannel.open(kept, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Wipes the password. */
  @Override
  public void close() {
    Arrays.fill(password, '\0');
  }
}
