package org.parley.ui.unlock;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.settings.Language;
import org.parley.settings.Look;

/**
 * A data folder as it looks without its password.
 *
 * @param folder absolute
 * @param exists whether it holds a vault; if not, it is a place for a first start
 * @param name own name, from the settings or the command line; null if not known
 * @param port port to offer, 1 to 65535
 * @param directoryFile directory file to offer, absolute; it need not exist
 * @param look appearance chosen last
 * @param language language chosen last
 * @param textPercent size of texts chosen last
 */
public record Profile(
    Path folder,
    boolean exists,
    @Nullable String name,
    int port,
    Path directoryFile,
    Look look,
    Language language,
    int textPercent) {

  // Those of a record are put together at their first call, for which the first window would wait:
  // its list of profiles compares them.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Profile that
        && folder.equals(that.folder)
        && exists == that.exists
        && Objects.equals(name, that.name)
        && port == that.port
        && directoryFile.equals(that.directoryFile)
        && look == that.look
        && language == that.language
        && textPercent == that.textPercent;
  }

  @Override
  public int hashCode() {
    return Objects.hash(folder, exists, name, port, directoryFile, look, language, textPercent);
  }
}
