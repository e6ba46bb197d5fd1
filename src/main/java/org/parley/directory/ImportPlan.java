package org.parley.directory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.name.PeerName;

/**
 * What an import would do, to be looked at before it is done. An entry without a password changes
 * the address of a contact that is there, and leaves its password: so read files that were exported
 * without passwords. Nothing that is here goes.
 */
public final class ImportPlan {
  private final Directory current;
  private final List<ImportItem> items;

  private ImportPlan(Directory current, List<ImportItem> items) {
    this.current = current;
    this.items = List.copyOf(items);
  }

  /** Compares; {@code source} is the file's list, read for the same own name. */
  public static ImportPlan of(Directory current, Directory source) {
    List<ImportItem> items = new ArrayList<>();
    Set<PeerName> seen = new HashSet<>();
    List<DirectoryEntry> unnamed =
        current.entries().stream().filter(entry -> entry.name() == null).toList();
    Map<String, PeerName> fresh = new HashMap<>();
    for (DirectoryEntry entry : source.entries()) {
      ImportItem item = item(current, unnamed, entry);
      PeerName name = entry.name();
      // The first of a name counts, here as everywhere.
      if (item.kind() != ImportItem.Kind.UNUSABLE && name != null && !seen.add(name)) {
        item = new ImportItem(ImportItem.Kind.SAME, entry, item.present(), Set.of());
      }
      items.add(item.kind() == ImportItem.Kind.NEW ? compared(item, current, fresh) : item);
    }
    return new ImportPlan(current, items);
  }

  /** With the names that it looks like: those here, and those that come with the same file. */
  private static ImportItem compared(
      ImportItem item, Directory current, Map<String, PeerName> fresh) {
    PeerName name = item.entry().name();
    if (name == null) {
      return item;
    }
    Set<PeerName> alike = new LinkedHashSet<>(current.lookalikes(name.toString(), null));
    for (String skeleton : name.skeletons()) {
      PeerName before = fresh.putIfAbsent(skeleton, name);
      if (before != null && !before.equals(name)) {
        alike.add(before);
      }
    }
    return new ImportItem(
        item.kind(), item.entry(), item.present(), item.changes(), List.copyOf(alike));
  }

  private static ImportItem item(
      Directory current, List<DirectoryEntry> unnamed, DirectoryEntry entry) {
    PeerName name = entry.name();
    DirectoryEntry present = name == null ? null : current.entry(name);
    // The same can only be of the same name, which is what keeps long lists quick.
    for (DirectoryEntry one : name == null ? unnamed : current.all(name)) {
      if (one.sameAs(entry)) {
        return new ImportItem(ImportItem.Kind.SAME, entry, one, Set.of());
      }
    }
    if (present != null && current.check(merged(entry, present), present).isEmpty()) {
      Set<Field> changes = changes(merged(entry, present), present);
      ImportItem.Kind kind = changes.isEmpty() ? ImportItem.Kind.SAME : ImportItem.Kind.CHANGED;
      return new ImportItem(kind, entry, present, changes);
    }
    boolean usable = present == null && entry.contact() != null;
    return new ImportItem(
        usable ? ImportItem.Kind.NEW : ImportItem.Kind.UNUSABLE, entry, present, Set.of());
  }

  /** The file's fields, and the password that is here where the file has none. */
  private static ContactForm merged(DirectoryEntry entry, DirectoryEntry present) {
    ContactForm form = entry.form();
    Password password = form.password();
    boolean none = password == null || password.isEmpty();
    return none ? form.withPassword(present.form().password()) : form;
  }

  private static Set<Field> changes(ContactForm next, DirectoryEntry present) {
    Contact contact = present.contact();
    Set<Field> changes = EnumSet.noneOf(Field.class);
    if (contact == null) {
      changes.add(Field.ENTRY); // it becomes usable
      return changes;
    }
    if (!contact.host().equals(Host.parse(next.host()))) {
      changes.add(Field.HOST);
    }
    if (Ports.parse(next.port().strip()).orElse(0) != contact.port()) {
      changes.add(Field.PORT);
    }
    Password password = next.password();
    if (password != null && !contact.hasPassword(password)) {
      changes.add(Field.PASSWORD);
    }
    return changes;
  }

  /** One for each entry of the file, in its order. */
  public List<ImportItem> items() {
    return items;
  }

  /** The directory with the chosen items. The source may be closed afterwards. */
  public Directory apply(Predicate<ImportItem> chosen) {
    Map<DirectoryEntry, ContactForm> changed = new HashMap<>();
    List<DirectoryEntry> added = new ArrayList<>();
    for (ImportItem item : items) {
      if (item.kind() != ImportItem.Kind.SAME && chosen.test(item)) {
        if (item.kind() == ImportItem.Kind.CHANGED) {
          change(item, changed);
        } else {
          added.add(item.entry());
        }
      }
    }
    try {
      Directory edited = changed.isEmpty() ? current : current.editAll(changed);
      return added.isEmpty() ? edited : edited.append(added);
    } catch (InvalidContactException e) {
      throw new IllegalStateException("it was checked when the plan was made", e);
    }
  }

  private static void change(ImportItem item, Map<DirectoryEntry, ContactForm> changed) {
    DirectoryEntry present = item.present();
    if (present == null) {
      throw new IllegalStateException("a changed entry is there");
    }
    ContactForm form = merged(item.entry(), present);
    Password password = form.password();
    changed.put(present, form.withPassword(password == null ? null : password.copy()));
  }
}
