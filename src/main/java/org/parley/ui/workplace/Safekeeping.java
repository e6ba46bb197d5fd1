package org.parley.ui.workplace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Progress;

/** Copies of the profile, while it is open. Waits for the disk: not called on the event thread. */
public interface Safekeeping {

  /**
   * What was made.
   *
   * @param plainDirectory whether whoever reads it has the contacts' passwords: to be said
   * @param leftOut names of files in the data folder that are not in it: to be said
   */
  record Copy(boolean plainDirectory, List<String> leftOut) {}

  /**
   * Copies the profile into one file, sealed as it is; messages come and go meanwhile. The file
   * appears whole or not at all. Locking or closing the profile ends it.
   *
   * @param replace whether a file that is there is replaced: the user was asked
   * @param progress told in bytes, on the calling thread; asked every MiB whether to go on
   * @return null where it was cancelled
   * @throws java.nio.file.FileAlreadyExistsException where there is one that may not be replaced
   * @throws IOException where it could not be made, with the reason
   */
  @Nullable Copy backUp(Path file, boolean replace, Progress progress) throws IOException;
}
