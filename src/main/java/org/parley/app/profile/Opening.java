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
 * @param setJournalAside whether a journal whose head cannot be trusted is set aside and a new one
 *     begun, as its owner decided
 */
public record Opening(
    DataFolder folder,
    @Nullable Path directoryFile,
    @Nullable PeerName user,
    @Nullable Integer port,
    Path workingFolder,
    Path stateFolder,
    boolean setJournalAside) {

  /** The contacts' file. */
  public Path directory() {
    return directoryFile == null ? folder.directory() : directoryFile;
  }

  /** The same, with the owner's decision to begin a new journal. */
  public Opening settingJournalAside() {
    return new Opening(folder, directoryFile, user, port, workingFolder, stateFolder, true);
  }
}
