package org.parley.ui.unlock;

import java.nio.file.Path;
import org.parley.name.PeerName;

/**
 * A profile to make.
 *
 * @param folder data folder, made where missing
 * @param name own name
 * @param port port to listen on, 1 to 65535
 * @param directoryFile directory file; made at the first save where missing
 */
public record Creation(Path folder, PeerName name, int port, Path directoryFile) {}
