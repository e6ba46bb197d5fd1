package org.parley.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a file that is to be imported, and what would become of it.
 *
 * @param kind what would
 * @param entry the file's
 * @param present the entry here of the same name; null where there is none
 * @param changes the fields that would change, for {@link Kind#CHANGED}
 */
public record ImportItem(
    Kind kind, DirectoryEntry entry, @Nullable DirectoryEntry present, Set<Field> changes) {
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
