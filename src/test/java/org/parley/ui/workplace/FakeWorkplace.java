package org.parley.ui.workplace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.parley.directory.ContactForm;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.EditHistory;
import org.parley.directory.InvalidContactException;
import org.parley.directory.Password;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import org.parley.settings.ListenOn;
import org.parley.ui.common.Subscription;

/** A profile in memory: the real directory, without a file, and a talk that the test leads. */
public final class FakeWorkplace implements Workplace, AddressBook {
  private final PeerName self = name("alice");
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private final List<Runnable> statusFollowers = new CopyOnWriteArrayList<>();
  private volatile Directory directory = Directory.empty(self);
  private final EditHistory history = new EditHistory(directory);
  private volatile boolean closed;

  /** What was chosen. */
  public final FakePreferences preferences = new FakePreferences();

  /** The talk. */
  public final FakeTalk talk = new FakeTalk();

  /** Thrown by the next change; null: it is saved. */
  public volatile java.io.IOException diskTrouble;

  /** What the status line tells. */
  public volatile Status status =
      new Status(
          List.of("192.168.1.20", "2001:db8::20"),
          5000,
          Instant.parse("2026-07-01T11:57:00Z"),
          Status.Journal.VERIFIED,
          1284,
          2,
          null);

  /** A name that is one. */
  public static PeerName name(String text) {
    try {
      return PeerName.of(text);
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Adds a contact as if it had been in the file. */
  public FakeWorkplace with(String contact, String host, int port) {
    try {
      directory =
          directory.add(
              new ContactForm(
                  contact, host, Integer.toString(port), Password.of("shared pass".toCharArray())));
    } catch (InvalidContactException e) {
      throw new IllegalArgumentException(e);
    }
    return this;
  }

  /** Takes another directory, as if the file had been read again. */
  public void become(Directory next) {
    directory = next;
    followers.forEach(Runnable::run);
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public PeerName self() {
    return self;
  }

  @Override
  public Talk talk() {
    return talk;
  }

  @Override
  public AddressBook addressBook() {
    return this;
  }

  /** The history, in which there is nothing. */
  public final FakeArchive archive = new FakeArchive();

  /** What History works with: that, until a test puts another. */
  public volatile Archive shownArchive = archive;

  /** What Wire works with, likewise. */
  public volatile WireLog shownWire = archive;

  @Override
  public Archive archive() {
    return shownArchive;
  }

  @Override
  public WireLog wireLog() {
    return shownWire;
  }

  @Override
  public StatusSource status() {
    return new StatusSource() {
      @Override
      public Status status() {
        return status;
      }

      @Override
      public Subscription onChange(Runnable changed) {
        statusFollowers.add(changed);
        return () -> statusFollowers.remove(changed);
      }
    };
  }

  @Override
  public Preferences preferences() {
    return preferences;
  }

  /** Where the last backup went. */
  public volatile Path backedUp;

  @Override
  public Safekeeping safekeeping() {
    return (file, replace, progress) -> {
      backedUp = file;
      return new Safekeeping.Copy(true, List.of());
    };
  }

  /** Why the next ports are refused; null: they are not. */
  public volatile OwnPlace.Refusal refusal;

  /** What was listened on last. */
  public volatile Integer listened;

  @Override
  public OwnPlace own() {
    return new OwnPlace() {
      @Override
      public Path folder() {
        return Path.of("/home/alice/parley");
      }

      @Override
      public String fingerprint() {
        return "0a1b 2c3d 4e5f 6071 8293 a4b5 c6d7 e8f9 0a1b 2c3d 4e5f 6071 8293 a4b5 c6d7 e8f9";
      }

      @Override
      public void listen(ListenOn where, int port) throws RefusedException {
        OwnPlace.Refusal why = refusal;
        if (why != null) {
          throw new RefusedException(why, null);
        }
        listened = port;
      }

      @Override
      public boolean changePassword(char[] old, char[] fresh) {
        return String.valueOf(old).equals("right");
      }
    };
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public Directory directory() {
    return directory;
  }

  @Override
  public Path file() {
    return Path.of("/home/alice/parley/directory.json");
  }

  /** How the file is kept. */
  public volatile DirectoryFile.Kind kind = DirectoryFile.Kind.PLAIN;

  /** How the file on the disk stands. */
  public volatile OnDisk onDisk = new OnDisk(0, null);

  @Override
  public DirectoryFile.Kind kind() {
    return kind;
  }

  @Override
  public OnDisk onDisk() {
    return onDisk;
  }

  /** There is no file that could be sealed. */
  @Override
  public void seal(boolean sealed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void seal(char[] passphrase) {
    throw new UnsupportedOperationException();
  }

  /** There are no files. */
  @Override
  public Directory read(Path file, char[] passphrase) throws java.io.IOException {
    throw new java.nio.file.NoSuchFileException(file.toString());
  }

  @Override
  public void change(Change change) throws java.io.IOException, DirectoryException {
    java.io.IOException trouble = diskTrouble;
    if (trouble != null) {
      throw trouble;
    }
    Directory before = directory;
    Directory after = change.apply(before);
    history.did(before, after);
    become(after);
  }

  @Override
  public EditHistory.Steps steps() {
    return history.steps();
  }

  @Override
  public void undo() throws DirectoryException {
    Directory before = history.undo(directory);
    history.didUndo();
    become(before);
  }

  @Override
  public void redo() throws DirectoryException {
    Directory after = history.redo(directory);
    history.didRedo();
    become(after);
  }

  @Override
  public Path changeKeepingOther(Change change) throws java.io.IOException, DirectoryException {
    change(change);
    return null;
  }

  @Override
  public void readAgain(char[] passphrase) {}

  @Override
  public Subscription onChange(Runnable changed) {
    followers.add(changed);
    return () -> followers.remove(changed);
  }
}
