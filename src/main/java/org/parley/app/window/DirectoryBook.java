package org.parley.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.Contacts;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.EditHistory;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.AddressBook;
import org.parley.vault.UnusablePasswordException;
import org.parley.vault.Vault;

/** The profile's contacts as the window edits them, and what other programs do to their file. */
final class DirectoryBook implements AddressBook, AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final Contacts contacts;
  private final Vault vault;
  private final Object changing = new Object();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private final Consumer<Directory> listener = this::onContacts;
  private final FileWatch watch;
  private volatile DirectoryFile.Kind kind;
  private volatile OnDisk onDisk = new OnDisk(0, null);

  DirectoryBook(Contacts contacts, Vault vault) {
    this.contacts = contacts;
    this.vault = vault;
    this.kind = contacts.kind();
    contacts.addListener(listener);
    this.watch = new FileWatch(contacts.path(), LOOK_EVERY, this::looked);
  }

  private void onContacts(Directory now) {
    tell();
  }

  private void tell() {
    followers.forEach(Runnable::run);
  }

  /** Something that reads or writes the file. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException, DirectoryException;
  }

  /** One at a time; what was written is what is on the disk then. */
  private <T> T written(Work<T> work) throws IOException, DirectoryException {
    synchronized (changing) {
      T result = work.run();
      onDisk = new OnDisk(onDisk.timesRead(), null);
      kind = contacts.kind();
      return result;
    }
  }

  private void write(Writing work) throws IOException, DirectoryException {
    written(
        () -> {
          work.run();
          return contacts.path();
        });
    tell();
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException, DirectoryException;
  }

  @Override
  public Directory directory() {
    return contacts.now();
  }

  @Override
  public Path file() {
    return contacts.path();
  }

  @Override
  public DirectoryFile.Kind kind() {
    return kind;
  }

  @Override
  public OnDisk onDisk() {
    return onDisk;
  }

  @Override
  public void change(Change change) throws IOException, DirectoryException {
    write(() -> contacts.save(change.apply(contacts.now())));
  }

  @Override
  public @Nullable Path changeKeepingOther(Change change) throws IOException, DirectoryException {
    Path[] kept = new Path[1];
    write(() -> kept[0] = contacts.saveKeepingOther(change.apply(contacts.now())));
    return kept[0];
  }

  @Override
  public EditHistory.Steps steps() {
    return contacts.steps();
  }

  @Override
  public void undo() throws IOException, DirectoryException {
    write(contacts::undo);
  }

  @Override
  public void redo() throws IOException, DirectoryException {
    write(contacts::redo);
  }

  @Override
  public void seal(boolean sealed) throws IOException, DirectoryException {
    write(
        () -> {
          if (sealed) {
            contacts.seal();
          } else {
            contacts.unseal();
          }
        });
  }

  @Override
  public void seal(char[] passphrase) throws IOException, DirectoryException {
    write(
        () -> {
          try {
            contacts.seal(passphrase);
          } catch (UnusablePasswordException e) {
            throw new IllegalArgumentException("the caller asks for a passphrase", e);
          }
        });
  }

  @Override
  public void readAgain(char @Nullable [] passphrase) {
    synchronized (changing) {
      OnDisk before = onDisk;
      try {
        int read = contacts.readAgain(passphrase) ? 1 : 0;
        onDisk = new OnDisk(before.timesRead() + read, null);
        kind = contacts.kind();
      } catch (IOException | DirectoryException e) {
        onDisk = new OnDisk(before.timesRead(), e);
      }
      if (onDisk.equals(before) || bothInTrouble(before, onDisk)) {
        return;
      }
    }
    tell();
  }

  /** The same trouble again is no news. */
  private static boolean bothInTrouble(OnDisk a, OnDisk b) {
    Exception one = a.trouble();
    Exception other = b.trouble();
    return one != null
        && other != null
        && one.getClass() == other.getClass()
        && Objects.equals(one.getMessage(), other.getMessage());
  }

  private boolean looked() {
    readAgain(null);
    return onDisk.trouble() == null;
  }

  @Override
  public Directory read(Path file, char @Nullable [] passphrase)
      throws IOException, DirectoryException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (DirectoryFile source = new DirectoryFile(file, vault)) {
      return source.load(contacts.now().self(), passphrase);
    }
  }

  @Override
  public Subscription onChange(Runnable changed) {
    followers.add(changed);
    return () -> followers.remove(changed);
  }

  @Override
  public void close() {
    watch.close();
    contacts.removeListener(listener);
  }
}
