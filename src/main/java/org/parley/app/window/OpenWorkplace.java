package org.parley.app.window;

import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.app.profile.Profile;
import org.parley.app.profile.Upkeep;
import org.parley.messaging.Messenger;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;
import org.parley.ui.workplace.AddressBook;
import org.parley.ui.workplace.Archive;
import org.parley.ui.workplace.OwnPlace;
import org.parley.ui.workplace.Preferences;
import org.parley.ui.workplace.Safekeeping;
import org.parley.ui.workplace.StatusSource;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.WireLog;
import org.parley.ui.workplace.Workplace;

/** An open profile as a window works with it. */
final class OpenWorkplace implements Workplace {
  private final Profile profile;
  private final Talk talk;
  private final DirectoryBook book;
  private final Archive archive;
  private final WireLog wireLog;
  private final WatchedStatus status;
  private final Preferences preferences;
  private final OwnPlace own;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OpenWorkplace(Profile profile, Messenger messenger) throws StorageException {
    this.profile = profile;
    Readiness readiness = new Readiness();
    Upkeep upkeep = profile.upkeep();
    this.status = new WatchedStatus(profile, messenger);
    this.preferences = new ProfilePreferences(profile, profile.choices());
    this.own = new ProfilePlace(profile, messenger, status::moved);
    this.book = new DirectoryBook(profile.contacts(), profile.vault());
    this.archive = new ProfileArchive(profile);
    this.wireLog = new JournalWire(profile.journal());
    this.talk =
        new MessengerTalk(
            messenger,
            profile.history(),
            profile.drafts(),
            profile.removals(),
            readiness,
            status::failed);
    upkeep.whenIndexed(readiness::reach);
    upkeep.start();
    messenger.startDelivering();
  }

  /** Over a profile whose messenger listens; the profile is closed with it. */
  static OpenWorkplace over(Profile profile) throws StorageException {
    return new OpenWorkplace(profile, profile.messenger());
  }

  @Override
  public PeerName self() {
    return profile.self();
  }

  @Override
  public Talk talk() {
    return talk;
  }

  @Override
  public AddressBook addressBook() {
    return book;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public WireLog wireLog() {
    return wireLog;
  }

  @Override
  public StatusSource status() {
    return status;
  }

  @Override
  public Preferences preferences() {
    return preferences;
  }

  @Override
  public OwnPlace own() {
    return own;
  }

  @Override
  public Safekeeping safekeeping() {
    return new ProfileSafekeeping(profile);
  }

  /** Also when the process is told to end, and so perhaps twice. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      book.close();
      profile.close();
    }
  }
}
