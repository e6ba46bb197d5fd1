package org.parley.app.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One flat data folder: which it is, and the names of its files. */
public final class DataFolder {
  private static final String DIRECTORY = "directory.json";

  private final Path path;

  private DataFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** That folder. */
  public static DataFolder at(Path path) {
    return new DataFolder(path);
  }

  /** The one that was named; else {@code db} where the working folder has one; else the user's. */
  public static DataFolder choose(@Nullable Path named, Path workingFolder, UserFolders user) {
    if (named != null) {
      return new DataFolder(named);
    }
    Path db = workingFolder.resolve("db");
    return new DataFolder(Files.isDirectory(db) ? db : user.data());
  }

  /** Absolute. */
  public Path path() {
    return path;
  }

  /** Clear settings. */
  public Path settings() {
    return path.resolve("settings.json");
  }

  /** The wrapped master key. */
  public Path vault() {
    return path.resolve("vault.json");
  }

  /** The contacts, where no other file is named. */
  public Path directory() {
    return path.resolve(DIRECTORY);
  }

  /** Whether there is a profile in it. */
  public boolean hasVault() {
    return Files.exists(vault());
  }

  /** The database. */
  public Path journal() {
    return path.resolve("journal.mv.db");
  }

  /** The journal's last known size and root. */
  public Path anchor() {
    return path.resolve("anchor.json");
  }

  /** Sealed copies of messages' texts for searches, which can be made anew at any time. */
  public Path texts() {
    return path.resolve("search.texts");
  }

  /** Diagnostics. */
  public Path log() {
    return path.resolve("parley.log");
  }

  /** The sample in a working folder, which a first start imports and nothing ever writes. */
  public static Path sample(Path workingFolder) {
    return workingFolder.resolve(DIRECTORY);
  }
}
