package org.parley.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.name.PeerName;

/**
 * One entry of a file that is to be imported, and what would become of it.
 *
 * @param kind what would
 * @param entry the file's
 * @param present the entry here of the same name; null where there is none
 * @param changes the fields that would change, for {@link Kind#CHANGED}
 * @param alike other names, here or before it in the file, that a person could take it for; for
 *     {@link Kind#NEW}
 */
public record ImportItem(
    Kind kind,
    DirectoryEntry entry,
    @Nullable DirectoryEntry present,
    Set<Field> changes,
    List<PeerName> alike) {
  ImportItem(
      Kind kind, DirectoryEntry entry, @Nullable DirectoryEntry present, Set<Field> changes) {
    this(kind, entry, present, changes, List.of());
  }

  /** What becomes of an entry. */
  public enum Kind {
    /** A name that the directory does not have. */
    NEW,
    /** A contact that the file has other details of. */
    CHANGED,
    /** Nothing that is not here already. */
    SAME,
    /** It cannot be used; it would be added as it is, and listed with what is wrong. */
    UNUSABLE
  }
}
