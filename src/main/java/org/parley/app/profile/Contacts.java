package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryChangedException;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.EditHistory;
import org.parley.vault.UnusablePasswordException;

/**
 * The contacts of an open profile: the directory as it is now and its file, changed together. Safe
 * for use by several threads; all but {@link #now} may wait for the disk.
 */
public final class Contacts implements AutoCloseable {
  private final DirectoryFile file;
  private final EditHistory history;
  private final List<Consumer<Directory>> listeners = new CopyOnWriteArrayList<>();
  private volatile Directory now;
  private volatile EditHistory.Steps steps = EditHistory.Steps.NONE;

  Contacts(DirectoryFile file, Directory now) {
    this.file = file;
    this.now = now;
    this.history = new EditHistory(now);
  }

  /** The directory as last read or written; returns at once. */
  public Directory now() {
    return now;
  }

  /** The file's name. */
  public Path path() {
    return file.path();
  }

  /** How the file is kept. */
  public synchronized DirectoryFile.Kind kind() {
    return file.kind();
  }

  /** Writes the directory, which then is the one that holds; where it throws, the old one does. */
  public synchronized void save(Directory next) throws IOException, DirectoryChangedException {
    file.save(next);
    changed(next);
  }

  /**
   * As {@link #save}, over what another program wrote, which is kept under another name.
   *
   * @return that name; null where there was nothing to keep
   */
  public synchronized @Nullable Path saveKeepingOther(Directory next)
      throws IOException, DirectoryChangedException {
    Path kept = file.saveKeepingOther(next);
    changed(next);
    return kept;
  }

  /** Seals the file with the vault from now on. */
  public synchronized void seal() throws IOException, DirectoryChangedException {
    file.sealWithVault(now);
  }

  /** Makes the file plain from now on. */
  public synchronized void unseal() throws IOException, DirectoryChangedException {
    file.unseal(now);
  }

  /** Seals the file with a passphrase of its own from now on, which stays the caller's. */
  public synchronized void seal(char[] passphrase)
      throws IOException, DirectoryChangedException, UnusablePasswordException {
    file.sealWithPassphrase(now, passphrase);
  }

  /**
   * Takes over what another program wrote, if it did; where this throws, what was read before
   * holds, and the file stays as it is.
   *
   * @param passphrase of the file's own; the caller's, null for the one that opened it before
   * @return whether the contacts are others now
   * @throws java.nio.file.NoSuchFileException where the file is gone
   */
  public synchronized boolean readAgain(char @Nullable [] passphrase)
      throws IOException, DirectoryException {
    if (!file.changedOnDisk()) {
      return false;
    }
    Directory read = file.loadAgain(now, passphrase);
    if (read == now) {
      return false;
    }
    history.saw(read);
    holds(read);
    return true;
  }

  /** What can be undone and done again; returns at once. */
  public EditHistory.Steps steps() {
    return steps;
  }

  /**
   * Takes back the newest change, and writes the file; where it throws, nothing has changed.
   *
   * @throws org.parley.directory.OutdatedStepException where the directory was changed elsewhere
   *     since
   */
  public synchronized void undo() throws IOException, DirectoryException {
    step(history::undo, history::didUndo);
  }

  /** Makes the change again that was taken back last; as {@link #undo}. */
  public synchronized void redo() throws IOException, DirectoryException {
    step(history::redo, history::didRedo);
  }

  private interface Way {
    Directory from(Directory now) throws DirectoryException;
  }

  private void step(Way way, Runnable done) throws IOException, DirectoryException {
    try {
      Directory next = way.from(now);
      file.save(next);
      done.run();
      holds(next);
    } finally {
      steps = history.steps();
    }
  }

  private void changed(Directory next) {
    history.did(now, next);
    holds(next);
  }

  private void holds(Directory next) {
    now = next;
    steps = history.steps();
    listeners.forEach(listener -> listener.accept(next));
  }

  /** Calls the listener with each directory that holds from then on, on the changing thread. */
  public void addListener(Consumer<Directory> listener) {
    listeners.add(listener);
  }

  /** It hears no more. */
  public void removeListener(Consumer<Directory> listener) {
    listeners.remove(listener);
  }

  @Override
  public synchronized void close() {
    file.close();
    history.close();
  }
}
