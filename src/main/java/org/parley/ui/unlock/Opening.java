package org.parley.ui.unlock;

import java.nio.file.Path;

/**
 * What to unlock.
 *
 * @param folder data folder
 * @param port port to listen on, 1 to 65535; remembered if it differs from the profile's
 * @param directoryFile directory file; remembered if it differs from the profile's
 * @param setJournalAside the owner agreed that a journal that cannot be trusted is set aside, kept,
 *     and a new one begun
 */
public record Opening(Path folder, int port, Path directoryFile, boolean setJournalAside) {}
