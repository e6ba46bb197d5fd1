package org.parley.app.profile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Journal;
import org.parley.journal.search.MessageIndex;
import org.parley.messaging.Drafts;
import org.parley.messaging.MessageHistory;
import org.parley.messaging.Messenger;
import org.parley.messaging.Removals;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;
import org.parley.settings.ClearSettings;
import org.parley.settings.Documents;
import org.parley.settings.ListenOn;
import org.parley.settings.SettingsDamagedException;
import org.parley.settings.SettingsFile;
import org.parley.vault.Vault;

/**
 * An open data folder: what command line and window both stand on. It is held until it is closed,
 * once, by one thread; the parts say which threads may use them.
 */
public final class Profile implements AutoCloseable {
  private final Opening opening;
  private final SettingsFile settingsFile;
  private final PeerName self;
  private final Vault vault;
  private final Journal journal;
  private final Contacts contacts;
  private final Opened opened;
  private final Verifying verifying;
  private volatile ClearSettings settings;
  private @Nullable Talking talking;
  private @Nullable Messenger messenger;
  private @Nullable Upkeep upkeep;

  Profile(
      Opening opening,
      SettingsFile settingsFile,
      ClearSettings settings,
      PeerName self,
      Vault vault,
      Journal journal,
      Contacts contacts,
      Opened opened) {
    this.opening = opening;
    this.settingsFile = settingsFile;
    this.settings = settings;
    this.self = self;
    this.vault = vault;
    this.journal = journal;
    this.contacts = contacts;
    this.opened = opened;
    this.verifying = new Verifying(journal, new StateSeals(vault));
    opened.add(verifying::close);
  }

  /** Where it lies. */
  public DataFolder folder() {
    return opening.folder();
  }

  /** The own name. */
  public PeerName self() {
    return self;
  }

  /** The port to listen on: this run's, else the remembered one; empty where there is none. */
  public OptionalInt port() {
    Integer port = opening.port();
    return port == null ? settings.port() : OptionalInt.of(port);
  }

  /** The address to listen on. */
  public InetAddress listenAddress() {
    return listenAddress(settings.listenOn());
  }

  /** The address that stands for that choice. */
  public static InetAddress listenAddress(ListenOn where) {
    try {
      return where == ListenOn.LOOPBACK
          ? InetAddress.getLoopbackAddress()
          : InetAddress.getByAddress(new byte[4]);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** What is remembered in clear. */
  public ClearSettings settings() {
    return settings;
  }

  /** Remembers it. */
  public synchronized void save(ClearSettings next) throws IOException, SettingsDamagedException {
    settingsFile.save(next);
    settings = next;
  }

  /** The vault. */
  public Vault vault() {
    return vault;
  }

  /** The sealed log. */
  public Journal journal() {
    return journal;
  }

  /** Verifies all of it. */
  public Verifying verifying() {
    return verifying;
  }

  /** The directory and its file. */
  public Contacts contacts() {
    return contacts;
  }

  /** Sends and receives; made, and the contacts' secrets derived, with the first call. */
  public synchronized Messenger messenger() throws StorageException {
    if (messenger == null) {
      Messenger made = new Messenger(talking().parts());
      opened.add(made::close);
      contacts.addListener(made::directoryChanged);
      Choices choices = talking().choices();
      Runnable giveUp = () -> made.giveUpAfter(choices.now().giveUpAfter().orElse(null));
      giveUp.run();
      choices.addListener(giveUp);
      messenger = made;
    }
    return messenger;
  }

  /** What was said; complete once {@link #index} is. */
  public MessageHistory history() throws StorageException {
    return talking().history();
  }

  /** Finds every message, for {@link #history}; loaded, or else the whole journal is read once. */
  public MessageIndex index() throws StorageException {
    return talking().index();
  }

  /** What runs by itself while the profile is open; not started yet with the first call. */
  public synchronized Upkeep upkeep() throws StorageException {
    if (upkeep == null) {
      Talking parts = talking();
      Upkeep made =
          new Upkeep(
              journal,
              verifying,
              parts.index(),
              Documents.others(parts.state()),
              () -> parts.parts().damagedRows() > 0);
      opened.add(made::close);
      upkeep = made;
    }
    return upkeep;
  }

  /** Takes messages' content out; to be used once {@link #index} is complete. */
  public Removals removals() throws StorageException {
    return talking().removals();
  }

  /** What was typed and not sent. */
  public Drafts drafts() throws StorageException {
    return talking().drafts();
  }

  /** What is chosen and kept sealed. */
  public Choices choices() throws StorageException {
    return talking().choices();
  }

  private synchronized Talking talking() throws StorageException {
    if (talking == null) {
      Talking made = Talking.over(this);
      opened.add(made::close);
      talking = made;
    }
    return talking;
  }

  @Override
  public void close() {
    opened.close();
  }
}
