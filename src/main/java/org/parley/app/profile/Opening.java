package org.parley.app.profile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;

/**
 * Which profile to open, and what holds for this run instead of what is remembered.
 *
 * @param folder its data folder
 * @param directoryFile where the contacts are; null: in the data folder
 * @param user own name for this run; null: the remembered one
 * @param port port for this run; null: the remembered one
 * @param workingFolder where a first start looks for the sample directory
 * @param stateFolder where the second anchor lies
 * @param distrust what to do about a journal whose head cannot be trusted
 */
public record Opening(
    DataFolder folder,
    @Nullable Path directoryFile,
    @Nullable PeerName user,
    @Nullable Integer port,
    Path workingFolder,
    Path stateFolder,
    Distrust distrust) {

  /** What to do about a journal to which nothing may be added. */
  public enum Distrust {
    /** Do not open: its owner is to be asked. */
    REFUSE,
    /** Open to read what can be read. */
    SHOW,
    /** Keep it under another name and begin a new one: its owner decided so. */
    SET_ASIDE
  }

  /** The contacts' file. */
  public Path directory() {
    return directoryFile == null ? folder.directory() : directoryFile;
  }

  /** The same, with another way to treat a journal that cannot be trusted. */
  public Opening with(Distrust other) {
    return new Opening(folder, directoryFile, user, port, workingFolder, stateFolder, other);
  }
}
