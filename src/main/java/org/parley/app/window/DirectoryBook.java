package org.parley.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.Contacts;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.EditHistory;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.AddressBook;
import org.parley.vault.Vault;

/** The profile's contacts as the window edits them. */
final class DirectoryBook implements AddressBook {
  private final Contacts contacts;
  private final Vault vault;
  private final Object changing = new Object();
  private volatile boolean plain;

  DirectoryBook(Contacts contacts, Vault vault) {
    this.contacts = contacts;
    this.vault = vault;
    look();
  }

  private void look() {
    plain = contacts.kind() == DirectoryFile.Kind.PLAIN;
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
  public boolean isPlain() {
    return plain;
  }

  @Override
  public void change(Change change) throws IOException, DirectoryException {
    synchronized (changing) {
      contacts.save(change.apply(contacts.now()));
      look();
    }
  }

  @Override
  public @Nullable Path changeKeepingOther(Change change) throws IOException, DirectoryException {
    synchronized (changing) {
      Path kept = contacts.saveKeepingOther(change.apply(contacts.now()));
      look();
      return kept;
    }
  }

  @Override
  public EditHistory.Steps steps() {
    return contacts.steps();
  }

  @Override
  public void undo() throws IOException, DirectoryException {
    synchronized (changing) {
      contacts.undo();
      look();
    }
  }

  @Override
  public void redo() throws IOException, DirectoryException {
    synchronized (changing) {
      contacts.redo();
      look();
    }
  }

  @Override
  public void reload() throws IOException, DirectoryException {
    synchronized (changing) {
      contacts.reload(null);
      look();
    }
  }

  @Override
  public void seal(boolean sealed) throws IOException, DirectoryException {
    synchronized (changing) {
      if (sealed) {
        contacts.seal();
      } else {
        contacts.unseal();
      }
      look();
    }
  }

  @Override
  public Directory read(Path file) throws IOException, DirectoryException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (DirectoryFile source = new DirectoryFile(file, vault)) {
      return source.load(contacts.now().self(), null);
    }
  }

  @Override
  public boolean changedOnDisk() throws IOException {
    return contacts.changedOnDisk();
  }

  @Override
  public Subscription onChange(Runnable changed) {
    Consumer<Directory> listener = directory -> changed.run();
    contacts.addListener(listener);
    return () -> contacts.removeListener(listener);
  }
}
