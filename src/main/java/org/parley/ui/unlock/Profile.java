package org.parley.ui.unlock;

import java.nio.file.Path;
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
    int textPercent) {}
