package org.parley.ui.contacts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.directory.DirectoryEntry;
import org.parley.directory.DirectoryFile;
import org.parley.ui.common.Property;

/** What the Directory tab shows. */
final class ContactsModel {
  /**
   * The file on the disk cannot be read.
   *
   * @param sentence why, and what that means
   * @param asksPassphrase whether a passphrase of its own may open it
   */
  record Trouble(String sentence, boolean asksPassphrase) {}

  final Property<List<DirectoryEntry>> entries = new Property<>(List.of());

  /** The entries that are selected, in the order of the rows. */
  final Property<List<DirectoryEntry>> chosen = new Property<>(List.of());

  /** What a row must hold to be shown; empty for every row. */
  final Property<String> filter = new Property<>("");

  /** Entries whose password is shown. */
  final Property<Set<DirectoryEntry>> revealed = new Property<>(Set.of());

  final Property<DirectoryFile.Kind> kind = new Property<>(DirectoryFile.Kind.PLAIN);

  /** Why the file on the disk cannot be read now. */
  final Property<Optional<Trouble>> trouble = new Property<>(Optional.empty());

  final Property<String> details = new Property<>("");

  /** Counts up when a "last seen" may have changed. */
  final Property<Integer> seen = new Property<>(0);

  /** What would be undone, in words. */
  final Property<Optional<String>> undo = new Property<>(Optional.empty());

  /** What would be done again, in words. */
  final Property<Optional<String>> redo = new Property<>(Optional.empty());

  /** A quiet line about what happened last. */
  final Property<String> notice = new Property<>("");

  /** The entry that is selected, where it is one alone. */
  Optional<DirectoryEntry> one() {
    return chosen.get().size() == 1 ? Optional.of(chosen.get().get(0)) : Optional.empty();
  }
}
