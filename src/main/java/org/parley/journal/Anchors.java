package org.parley.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.files.FileTooLargeException;
import org.parley.files.SafeFile;

/**
 * The two anchors: {@code anchor.json} in the data folder, and a copy in the user's state folder,
 * which stays where the data folder as a whole is put back to an old copy. Any thread reads; the
 * journal writes.
 */
public final class Anchors {
  /** The name in the data folder. */
  public static final String FILE_NAME = "anchor.json";

  private static final int MOST_BYTES = 64 * 1024;

  private final Path file;
  private final Path copyFolder;

  /**
   * With their places.
   *
   * @param dataFolder where {@code anchor.json} lies
   * @param copyFolder where {@code <journal id>.json} lies; made when it is first needed
   */
  public Anchors(Path dataFolder, Path copyFolder) {
    this.file = dataFolder.resolve(FILE_NAME);
    this.copyFolder = copyFolder;
  }

  /** An anchor as it was found: neither anchor nor damaged means that there is none. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Found(@Nullable Anchor anchor, boolean damaged, byte[] bytes) {
    /** Whether there is no such file. */
    public boolean missing() {
      return anchor == null && !damaged;
    }
  }

  /** Both, read anew. */
  public record Both(Found file, Found copy) {}

  /** Reads both. Read before the journal: an anchor may lag, never lead. */
  public Both read(JournalKeys keys) {
    return new Both(read(keys, file, false), read(keys, copy(keys), true));
  }

  // Who has no state folder that can be used has no copy: that is no finding, and none is healed by
  // accepting it.
  private static Found read(JournalKeys keys, Path path, boolean mayBeOutOfReach) {
    byte[] bytes = new byte[0];
    try {
      bytes = SafeFile.read(path, MOST_BYTES);
      return new Found(Anchor.parse(keys, bytes), false, bytes);
    } catch (NoSuchFileException e) {
      return new Found(null, false, bytes);
    } catch (FileTooLargeException | JournalException e) {
      return new Found(null, true, bytes);
    } catch (IOException e) {
      return new Found(null, !mayBeOutOfReach, bytes);
    }
  }

  private Path copy(JournalKeys keys) {
    return copyFolder.resolve(keys.journal() + ".json");
  }

  /** Writes {@code anchor.json}. */
  void writeFile(JournalKeys keys, MerkleTree tree) throws IOException {
    SafeFile.replace(file, Anchor.of(tree).bytes(keys));
  }

  /** Writes the copy, and its folder where there is none. */
  void writeCopy(JournalKeys keys, MerkleTree tree) throws IOException {
    if (!Files.isDirectory(copyFolder)) {
      SafeFile.makeFolder(copyFolder);
    }
    SafeFile.replace(copy(keys), Anchor.of(tree).bytes(keys));
  }
}
