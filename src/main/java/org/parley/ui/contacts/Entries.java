package org.parley.ui.contacts;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryEntry;
import org.parley.name.PeerName;

/** Finds entries again in a directory that has changed meanwhile. */
final class Entries {
  private Entries() {}

  /** The same entry, or the one that bears its name now; empty if it is gone. */
  static Optional<DirectoryEntry> current(Directory directory, DirectoryEntry entry) {
    return current(directory, List.of(entry)).stream().findFirst();
  }

  /** As the other, each of them; without those that are gone. */
  static List<DirectoryEntry> current(Directory directory, Collection<DirectoryEntry> entries) {
    Set<DirectoryEntry> there = Collections.newSetFromMap(new IdentityHashMap<>());
    there.addAll(directory.entries());
    return entries.stream()
        .flatMap(entry -> there.contains(entry) ? Stream.of(entry) : named(directory, entry))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Stream<DirectoryEntry> named(Directory directory, DirectoryEntry entry) {
    PeerName name = entry.name();
    return name == null ? Stream.empty() : Stream.ofNullable(directory.entry(name));
  }
}
