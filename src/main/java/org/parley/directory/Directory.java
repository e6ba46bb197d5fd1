package org.parley.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonArray;
import org.parley.name.PeerName;

/**
 * The contacts, and the entries that cannot be used, in the file's order. Immutable: each change
 * gives a new directory, and the old one serves to undo it. Of several usable entries of one name
 * the first counts.
 *
 * <p>Changed directories share the passwords that did not change. {@link #close} wipes those of
 * this one, for all that share them: it belongs at the end, when none of them is used any more.
 */
public final class Directory implements AutoCloseable {
  private final @Nullable PeerName self;
  private final List<DirectoryEntry> entries;

  /** The entry that counts for each name: a usable one before others, then the first. */
  private final Map<PeerName, DirectoryEntry> byName;

  private final Set<PeerName> repeated = new HashSet<>();
  private final NamesAlike alike;

  private Directory(@Nullable PeerName self, List<DirectoryEntry> entries) {
    this.self = self;
    this.entries = List.copyOf(entries);
    this.byName = new HashMap<>();
    for (DirectoryEntry entry : entries) {
      PeerName name = entry.name();
      if (name != null) {
        DirectoryEntry first = byName.putIfAbsent(name, entry);
        if (first != null) {
          repeated.add(name);
          if (first.contact() == null && entry.contact() != null) {
            byName.put(name, entry);
          }
        }
      }
    }
    this.alike = new NamesAlike(this);
  }

  /** Of nobody; {@code self} is the own name, which no entry may have, null where not known. */
  public static Directory empty(@Nullable PeerName self) {
    return new Directory(self, List.of());
  }

  static Directory of(JsonArray list, @Nullable PeerName self) {
    List<DirectoryEntry> entries = new ArrayList<>();
    Set<PeerName> taken = new HashSet<>();
    for (Object json : list) {
      keep(DirectoryEntry.read(json, self, taken::contains), entries, taken);
    }
    return new Directory(self, entries);
  }

  private static void keep(
      DirectoryEntry entry, List<DirectoryEntry> entries, Set<PeerName> taken) {
    entries.add(entry);
    if (entry.contact() != null) {
      taken.add(entry.contact().name());
    }
  }

  /** What is wrong with an entry may depend on the others: each is looked at again, in order. */
  private static Directory rechecked(@Nullable PeerName self, List<DirectoryEntry> changed) {
    List<DirectoryEntry> entries = new ArrayList<>();
    Set<PeerName> taken = new HashSet<>();
    for (DirectoryEntry entry : changed) {
      keep(entry.recheck(self, taken::contains), entries, taken);
    }
    return new Directory(self, entries);
  }

  /** All entries, in the file's order. */
  public List<DirectoryEntry> entries() {
    return entries;
  }

  /** The usable ones. */
  public List<Contact> contacts() {
    return entries.stream().map(DirectoryEntry::contact).filter(Objects::nonNull).toList();
  }

  /** The contact of that name; null where there is none. */
  public @Nullable Contact find(PeerName name) {
    DirectoryEntry entry = entry(name);
    return entry == null ? null : entry.contact();
  }

  /** The entry of that name, a usable one before others; null where there is none. */
  public @Nullable DirectoryEntry entry(PeerName name) {
    return byName.get(name);
  }

  /** Every entry of that name, usable or not. */
  List<DirectoryEntry> all(PeerName name) {
    DirectoryEntry counts = byName.get(name);
    if (counts == null || !repeated.contains(name)) {
      return counts == null ? List.of() : List.of(counts);
    }
    return entries.stream().filter(entry -> name.equals(entry.name())).toList();
  }

  /**
   * The same list, with the other's entries where they say the same; the other itself where that is
   * all that is in either. Passwords that are not needed then are wiped.
   */
  Directory sharedWith(Directory before) {
    Set<DirectoryEntry> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(before.entries);
    List<DirectoryEntry> unnamed =
        before.entries.stream().filter(entry -> entry.name() == null).toList();
    List<DirectoryEntry> next = new ArrayList<>();
    for (DirectoryEntry entry : entries) {
      PeerName name = entry.name();
      DirectoryEntry same =
          (name == null ? unnamed : before.all(name))
              .stream().filter(e -> left.contains(e) && e.isLike(entry)).findFirst().orElse(null);
      if (same == null) {
        next.add(entry);
      } else {
        left.remove(same);
        next.add(same);
        entry.wipe();
      }
    }
    return next.equals(before.entries) && Objects.equals(self, before.self)
        ? before
        : new Directory(self, next);
  }

  /** The own name; null where not known. */
  public @Nullable PeerName self() {
    return self;
  }

  /** The same list for somebody of this name. */
  public Directory withSelf(PeerName name) {
    return rechecked(name, entries);
  }

  /**
   * What is wrong with the form, as a new entry or in place of one of these.
   *
   * @param replaced the entry that is being edited; null for a new one
   */
  public FieldProblems check(ContactForm form, @Nullable DirectoryEntry replaced) {
    return Rules.check(form, self, takenBesides(replaced)).problems();
  }

  private Predicate<PeerName> takenBesides(@Nullable DirectoryEntry replaced) {
    return name -> {
      DirectoryEntry counts = byName.get(name);
      if (counts == null || counts.contact() == null) {
        return false;
      }
      // Only one of a name is usable, so that without it none is.
      return counts != replaced;
    };
  }

  /**
   * Names, the own one included, that a person could take for this one: a warning, not a problem.
   * Empty where the text is no name.
   */
  public List<PeerName> lookalikes(String typed, @Nullable DirectoryEntry replaced) {
    PeerName name = Rules.nameOrNull(typed);
    if (name == null) {
      return List.of();
    }
    PeerName own = replaced == null ? null : replaced.name();
    return alike.to(name).stream().filter(other -> !other.equals(own)).toList();
  }

  /** With a new entry at the end; the form's password goes over to the directory. */
  public Directory add(ContactForm form) throws InvalidContactException {
    List<DirectoryEntry> next = new ArrayList<>(entries);
    next.add(DirectoryEntry.typed(form, checked(form, null)));
    return rechecked(self, next);
  }

  /**
   * With the form in place of the entry; members that the form does not have, and the spelling of
   * fields that did not change, stay. The form's password goes over to the directory.
   */
  public Directory edit(DirectoryEntry entry, ContactForm form) throws InvalidContactException {
    List<DirectoryEntry> next = new ArrayList<>(entries);
    next.set(position(entry), entry.edited(form, checked(form, entry)));
    return rechecked(self, next);
  }

  /**
   * With each of the forms in place of its entry, whose names they keep; as {@link #edit}, in one
   * go.
   */
  Directory editAll(Map<DirectoryEntry, ContactForm> forms) throws InvalidContactException {
    List<DirectoryEntry> next = new ArrayList<>(entries);
    for (int i = 0; i < next.size(); i++) {
      DirectoryEntry entry = next.get(i);
      ContactForm form = forms.get(entry);
      if (form != null) {
        next.set(i, entry.edited(form, checked(form, entry)));
      }
    }
    return rechecked(self, next);
  }

  /** With another name for the entry, which must be usable then. */
  public Directory rename(DirectoryEntry entry, String name) throws InvalidContactException {
    return edit(entry, entry.form().withName(name));
  }

  /** Without the entry. */
  public Directory remove(DirectoryEntry entry) {
    List<DirectoryEntry> next = new ArrayList<>(entries);
    next.remove(position(entry));
    return rechecked(self, next);
  }

  /** With copies of another directory's entries at the end, usable or not. */
  Directory append(List<DirectoryEntry> foreign) {
    List<DirectoryEntry> next = new ArrayList<>(entries);
    foreign.forEach(entry -> next.add(entry.copy(self, takenBesides(null))));
    return rechecked(self, next);
  }

  /** Without these entries. */
  public Directory removeAll(Collection<DirectoryEntry> gone) {
    Set<DirectoryEntry> those = Collections.newSetFromMap(new IdentityHashMap<>());
    those.addAll(gone);
    return rechecked(self, entries.stream().filter(entry -> !those.contains(entry)).toList());
  }

  private Contact checked(ContactForm form, @Nullable DirectoryEntry replaced)
      throws InvalidContactException {
    Rules.Outcome outcome = Rules.check(form, self, takenBesides(replaced));
    if (outcome.contact() == null) {
      throw new InvalidContactException(outcome.problems());
    }
    return outcome.contact();
  }

  private int position(DirectoryEntry entry) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) == entry) {
        return i;
      }
    }
    throw new IllegalArgumentException("not an entry of this directory");
  }

  JsonArray json() {
    List<@Nullable Object> values = new ArrayList<>();
    entries.forEach(entry -> values.add(entry.json()));
    return new JsonArray(values);
  }

  /** Wipes the passwords of this directory, also where another has them in common with it. */
  @Override
  public void close() {
    entries.forEach(DirectoryEntry::wipe);
  }

  @Override
  public String toString() {
    return "Directory[" + entries.size() + " entries]";
  }
}
