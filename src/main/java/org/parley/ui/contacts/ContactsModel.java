package org.parley.ui.contacts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.directory.DirectoryEntry;
import org.parley.name.PeerName;
import org.parley.ui.common.Property;

/** What the Directory tab shows. */
final class ContactsModel {
  /** A peer that is not in the directory and tried to reach us. */
  record Stranger(String name, String address) {}

  final Property<List<DirectoryEntry>> entries = new Property<>(List.of());
  final Property<Optional<DirectoryEntry>> chosen = new Property<>(Optional.empty());

  /** Entries whose password is shown. */
  final Property<Set<DirectoryEntry>> revealed = new Property<>(Set.of());

  final Property<Boolean> plain = new Property<>(true);
  final Property<String> details = new Property<>("");

  /** Counts up when a "last seen" may have changed. */
  final Property<Integer> seen = new Property<>(0);

  /** The contact that was removed last, to be brought back. */
  final Property<Optional<PeerName>> removed = new Property<>(Optional.empty());
}
