package org.parley.ui.workplace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.directory.Contact;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.EditHistory;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;

/**
 * The directory, as the window edits it. What is marked * returns at once and may be called on the
 * event thread; the rest waits for the disk.
 */
public interface AddressBook {

  /** A contact that can be used, without its password. */
  record Known(PeerName name, String host, int port) {}

  /**
   * How the file on the disk stands to the directory in use.
   *
   * @param timesRead how often what another program wrote was read again
   * @param trouble why it cannot be read now, a {@link DirectoryException} or an {@link
   *     IOException}; what was read last stays in use then, and the file as it is. Null where it
   *     was read
   */
  record OnDisk(int timesRead, @Nullable Exception trouble) {}

  /** One change; applied to the directory as it is then, by one caller at a time. */
  @FunctionalInterface
  interface Change {
    /** The changed directory. */
    Directory apply(Directory now) throws DirectoryException;
  }

  /** The directory as it is now. * */
  Directory directory();

  /** The directory's file. * */
  Path file();

  /** How the file is kept. * */
  DirectoryFile.Kind kind();

  /** How the file on the disk stands to the directory in use. * */
  OnDisk onDisk();

  /**
   * Changes the directory and writes the file; messaging uses it from then on, and who follows is
   * told.
   *
   * @throws org.parley.directory.DirectoryChangedException where another program changed the file:
   *     nothing is written; the user is asked, and may want {@link #changeKeepingOther}
   * @throws DirectoryException what the change throws
   * @throws IOException where the file cannot be written; nothing has changed
   */
  void change(Change change) throws IOException, DirectoryException;

  /**
   * As {@link #change}, over what another program wrote, which is kept under another name.
   *
   * @return that name; null where there was nothing to keep
   */
  @Nullable Path changeKeepingOther(Change change) throws IOException, DirectoryException;

  /** The changes that can be taken back and made again, whoever made them. * */
  EditHistory.Steps steps();

  /**
   * Takes back the newest change and writes the file; who follows is told.
   *
   * @throws org.parley.directory.OutdatedStepException where the directory was changed elsewhere
   *     since
   * @throws org.parley.directory.DirectoryChangedException where another program changed the file
   * @throws IOException where the file cannot be written; nothing has changed
   */
  void undo() throws IOException, DirectoryException;

  /** Makes the change again that was taken back last; as {@link #undo}. */
  void redo() throws IOException, DirectoryException;

  /**
   * Takes what another program wrote, if it did; who follows is told, also where it cannot be read:
   * {@link #onDisk} says why then. It is looked for every other second without being asked.
   *
   * @param passphrase the file's own, where it has another one now; the caller's, who wipes it.
   *     Null for the one that opened it before
   */
  void readAgain(char @Nullable [] passphrase);

  /**
   * Writes the file sealed with the vault from now on, or plain; fails as {@link #change} does.
   *
   * @throws org.parley.directory.DirectoryChangedException where another program changed the file
   */
  void seal(boolean sealed) throws IOException, DirectoryException;

  /**
   * Writes the file sealed with a passphrase of its own from now on; as {@link #seal(boolean)}.
   *
   * @param passphrase not empty; the caller's, who wipes it
   */
  void seal(char[] passphrase) throws IOException, DirectoryException;

  /**
   * Another file's entries, which the caller closes.
   *
   * @param passphrase the file's own; the caller's, who wipes it. Null where none is known
   * @throws org.parley.directory.PassphraseNeededException where it has one
   * @throws org.parley.directory.WrongSealException where it has another one, or is sealed with
   *     another profile
   * @throws DirectoryException where it is no directory
   * @throws java.nio.file.NoSuchFileException where there is no such file
   */
  Directory read(Path file, char @Nullable [] passphrase) throws IOException, DirectoryException;

  /**
   * Calls {@code changed} after each change of the directory or of what {@link #onDisk} says, on
   * any thread, until the subscription is closed. *
   */
  Subscription onChange(Runnable changed);

  /** The contacts that can be used, in the directory's order. * */
  default List<Known> known() {
    return directory().contacts().stream().map(AddressBook::known).toList();
  }

  private static Known known(Contact contact) {
    return new Known(contact.name(), contact.host().text(), contact.port());
  }

  /** One of them. * */
  default Optional<Known> known(PeerName name) {
    return Optional.ofNullable(directory().find(name)).map(AddressBook::known);
  }
}
