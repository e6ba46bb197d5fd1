package org.parley.ui.contacts;

import java.util.Optional;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryEntry;
import org.parley.name.PeerName;

/** Finds an entry again in a directory that has changed meanwhile. */
final class Entries {
  private Entries() {}

  /** The same entry, or the one that bears its name now; empty if it is gone. */
  static Optional<DirectoryEntry> current(Directory directory, DirectoryEntry entry) {
    for (DirectoryEntry one : directory.entries()) {
      if (one == entry) {
        return Optional.of(one);
      }
    }
    PeerName name = entry.name();
    return name == null ? Optional.empty() : Optional.ofNullable(directory.entry(name));
  }
}
