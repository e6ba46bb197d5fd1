package org.parley.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of a directory, to name a step by. It is found by comparing them,
 * so that it tells what happened, whoever did it. Holds no password.
 *
 * @param kind what was done
 * @param names whose entries: of {@link Kind#RENAME} the old name and the new one, else one for
 *     each entry, empty where an entry has none
 */
public record DirectoryChange(Kind kind, List<String> names) {
  /** What was done. */
  public enum Kind {
    /** Entries came. */
    ADD,
    /** Entries went. */
    REMOVE,
    /** One entry has another name. */
    RENAME,
    /** One entry has other details. */
    EDIT,
    /** One entry has another password, and nothing else is different. */
    PASSWORD,
    /** More than one of these, or of an entry. */
    SEVERAL,
    /** Nothing but the order, if that. */
    NOTHING
  }

  /** Copies the list. */
  public DirectoryChange {
    names = List.copyOf(names);
  }

  /** Compares. */
  public static DirectoryChange between(Directory before, Directory after) {
    List<DirectoryEntry> gone = without(before.entries(), after.entries());
    List<DirectoryEntry> come = without(after.entries(), before.entries());
    Map<String, Deque<DirectoryEntry>> goneByName = new HashMap<>();
    for (DirectoryEntry entry : gone) {
      goneByName.computeIfAbsent(entry.form().name(), n -> new ArrayDeque<>()).add(entry);
    }
    // Those first of which only what is wrong with them is different now.
    List<DirectoryEntry> fresh =
        come.stream().filter(e -> !takeSame(goneByName.get(e.form().name()), e)).toList();
    List<DirectoryEntry> added = new ArrayList<>();
    List<DirectoryEntry> edited = new ArrayList<>();
    boolean passwordOnly = true;
    for (DirectoryEntry entry : fresh) {
      Deque<DirectoryEntry> named = goneByName.get(entry.form().name());
      DirectoryEntry old = named == null ? null : named.poll();
      if (old == null) {
        added.add(entry);
      } else {
        edited.add(entry);
        passwordOnly &= old.differsInPasswordOnly(entry);
      }
    }
    List<DirectoryEntry> removed =
        goneByName.values().stream().flatMap(Collection::stream).toList();
    return of(removed, added, edited, passwordOnly);
  }

  private static boolean takeSame(@Nullable Deque<DirectoryEntry> from, DirectoryEntry entry) {
    return from != null
        && from.stream()
            .filter(e -> e.sameAs(entry))
            .findFirst()
            .map(from::removeFirstOccurrence)
            .orElse(false);
  }

  private static DirectoryChange of(
      List<DirectoryEntry> removed,
      List<DirectoryEntry> added,
      List<DirectoryEntry> edited,
      boolean passwordOnly) {
    int kinds =
        (removed.isEmpty() ? 0 : 1) + (added.isEmpty() ? 0 : 1) + (edited.isEmpty() ? 0 : 1);
    if (removed.size() == 1 && added.size() == 1 && edited.isEmpty()) {
      return new DirectoryChange(Kind.RENAME, names(List.of(removed.get(0), added.get(0))));
    }
    if (kinds > 1 || edited.size() > 1) {
      List<DirectoryEntry> all = new ArrayList<>(added);
      all.addAll(edited);
      all.addAll(removed);
      return new DirectoryChange(Kind.SEVERAL, names(all));
    }
    if (!edited.isEmpty()) {
      return new DirectoryChange(passwordOnly ? Kind.PASSWORD : Kind.EDIT, names(edited));
    }
    if (!added.isEmpty()) {
      return new DirectoryChange(Kind.ADD, names(added));
    }
    return new DirectoryChange(removed.isEmpty() ? Kind.NOTHING : Kind.REMOVE, names(removed));
  }

  private static List<String> names(List<DirectoryEntry> entries) {
    return entries.stream().map(entry -> entry.form().name()).toList();
  }

  /** Those of the first that the second has not, as objects. */
  private static List<DirectoryEntry> without(
      List<DirectoryEntry> entries, List<DirectoryEntry> others) {
    Set<DirectoryEntry> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(others);
    return entries.stream().filter(entry -> !known.contains(entry)).toList();
  }
}
