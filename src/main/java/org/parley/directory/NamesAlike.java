package org.parley.directory;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;

/**
 * The names of a directory, the own one included, by what they look like. Made when it is first
 * asked, once: a form asks at every key. Safe for use by several threads.
 */
final class NamesAlike {
  private final Directory directory;
  private @Nullable Map<String, Set<PeerName>> bySkeleton;

  NamesAlike(Directory directory) {
    this.directory = directory;
  }

  /** Those that a person could take for this one, in the directory's order. */
  List<PeerName> to(PeerName name) {
    Map<String, Set<PeerName>> all = all();
    Set<PeerName> found = new LinkedHashSet<>();
    for (String skeleton : name.skeletons()) {
      found.addAll(all.getOrDefault(skeleton, Set.of()));
    }
    found.remove(name);
    return List.copyOf(found);
  }

  private synchronized Map<String, Set<PeerName>> all() {
    Map<String, Set<PeerName>> made = bySkeleton;
    if (made == null) {
      made = new HashMap<>();
      put(made, directory.self());
      for (DirectoryEntry entry : directory.entries()) {
        put(made, entry.name());
      }
      bySkeleton = made;
    }
    return made;
  }

  private static void put(Map<String, Set<PeerName>> all, @Nullable PeerName name) {
    if (name != null) {
      for (String skeleton : name.skeletons()) {
        all.computeIfAbsent(skeleton, s -> new LinkedHashSet<>()).add(name);
      }
    }
  }
}
