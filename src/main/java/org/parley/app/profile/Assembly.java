package org.parley.app.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.ProfileException.Trouble;
import org.parley.directory.Directory;
import org.parley.directory.DirectoryException;
import org.parley.directory.DirectoryFile;
import org.parley.directory.PassphraseNeededException;
import org.parley.directory.WrongSealException;
import org.parley.files.FolderHeldException;
import org.parley.files.FolderLock;
import org.parley.files.SafeFile;
import org.parley.journal.Journal;
import org.parley.name.PeerName;
import org.parley.settings.ClearSettings;
import org.parley.settings.SettingsDamagedException;
import org.parley.settings.SettingsFile;
import org.parley.vault.Vault;

/**
 * Opens and makes profiles: the one place that wires lock, settings, vault, database, journal and
 * directory together, each on what it stands on, so that they close in reverse.
 */
public final class Assembly {
  /** What is done next, for who waits. */
  public enum Step {
    /** Key derivation from the startup password. */
    DERIVING_KEY,
    /** The database and its checks. */
    OPENING_JOURNAL,
    /** The directory file. */
    READING_DIRECTORY
  }

  private final Opening opening;
  private final Consumer<Step> steps;
  private final Opened opened = new Opened();

  private Assembly(Opening opening, Consumer<Step> steps) {
    this.opening = opening;
    this.steps = steps;
  }

  /**
   * Opens a profile that is there. Takes about half a second for the vault.
   *
   * @param password the startup password; the caller's to wipe
   * @param directoryPassphrase a sealed directory's own; the caller's to wipe, null where none
   * @param steps told of each step before it begins, on this thread
   */
  public static Profile open(
      Opening opening, char[] password, char @Nullable [] directoryPassphrase, Consumer<Step> steps)
      throws ProfileException {
    if (!opening.folder().hasVault()) {
      throw ProfileException.withoutVault(opening.folder());
    }
    return new Assembly(opening, steps).assemble(password, directoryPassphrase, false);
  }

  /**
   * Makes a profile where there is none, with the name and port of the opening, and opens it. Where
   * it throws, no half-made profile is left.
   */
  public static Profile create(Opening opening, char[] password, Consumer<Step> steps)
      throws ProfileException {
    FreshFiles fresh = FreshFiles.before(opening);
    boolean whole = false;
    try {
      Profile profile = new Assembly(opening, steps).assemble(password, null, true);
      whole = true;
      return profile;
    } finally {
      if (!whole) {
        fresh.remove();
      }
    }
  }

  private Profile assemble(char[] password, char @Nullable [] passphrase, boolean fresh)
      throws ProfileException {
    boolean whole = false;
    try {
      DataFolder folder = opening.folder();
      if (fresh) {
        makeFolder(folder);
      }
      lock(folder, opened);
      if (fresh && !folder.hasVault() && Files.exists(folder.journal())) {
        // Only the vault that is gone opens it: a new one would make that final. Before anything
        // is written, as the rest may be of a restoring that goes on later.
        throw ProfileException.withoutVault(folder);
      }
      SettingsFile settingsFile = new SettingsFile(folder.settings());
      ClearSettings settings = settings(settingsFile, fresh);
      PeerName self = self(settings);
      steps.accept(Step.DERIVING_KEY);
      Vault vault =
          fresh ? VaultOpening.create(folder, password) : VaultOpening.open(folder, password);
      opened.add(vault::close);
      JournalOpening journals =
          new JournalOpening(folder.path(), opening.stateFolder(), vault, password);
      steps.accept(Step.OPENING_JOURNAL);
      Journal journal = fresh ? journals.create(opened) : journals.open(opened, opening.distrust());
      opened.add(journal::close);
      steps.accept(Step.READING_DIRECTORY);
      Contacts contacts = contacts(vault, self, passphrase, fresh);
      opened.add(contacts::close);
      Profile profile =
          new Profile(opening, settingsFile, settings, self, vault, journal, contacts, opened);
      whole = true;
      return profile;
    } finally {
      if (!whole) {
        opened.close();
      }
    }
  }

  private static void makeFolder(DataFolder folder) throws ProfileException {
    try {
      SafeFile.makeFolder(folder.path());
      SafeFile.ownerOnly(folder.path());
    } catch (IOException e) {
      throw VaultOpening.unusable(e);
    }
  }

  /** Takes the folder and begins its diagnostics. */
  static void lock(DataFolder folder, Opened opened) throws ProfileException {
    try {
      FolderLock lock = FolderLock.take(folder.path());
      opened.add(lock::close);
    } catch (FolderHeldException e) {
      String process = e.pid() == 0 ? null : Long.toString(e.pid());
      throw new ProfileException(Trouble.FOLDER_HELD, process, e);
    } catch (IOException e) {
      throw VaultOpening.unusable(e);
    }
    DiagnosticsLog log = DiagnosticsLog.of(folder);
    log.attach();
    opened.add(log::close);
  }

  private ClearSettings settings(SettingsFile file, boolean fresh) throws ProfileException {
    try {
      ClearSettings settings = file.load();
      if (!fresh) {
        return settings;
      }
      PeerName user = opening.user();
      Integer port = opening.port();
      ClearSettings made = user == null ? settings : settings.withName(user);
      made = port == null ? made : made.withPort(port);
      file.save(made);
      return made;
    } catch (SettingsDamagedException e) {
      throw new ProfileException(Trouble.SETTINGS_UNREADABLE, null, e);
    } catch (IOException e) {
      throw VaultOpening.unusable(e);
    }
  }

  private PeerName self(ClearSettings settings) throws ProfileException {
    PeerName self = opening.user() == null ? settings.name() : opening.user();
    if (self == null) {
      throw new ProfileException(Trouble.NAME_MISSING, null, null);
    }
    return self;
  }

  private Contacts contacts(Vault vault, PeerName self, char @Nullable [] passphrase, boolean fresh)
      throws ProfileException {
    DirectoryFile file = new DirectoryFile(opening.directory(), vault);
    boolean loaded = false;
    try {
      Directory directory = file.load(self, passphrase);
      if (fresh && file.kind() == DirectoryFile.Kind.MISSING) {
        directory = sample(file, vault, directory);
      }
      loaded = true;
      return new Contacts(file, directory);
    } catch (PassphraseNeededException e) {
      throw new ProfileException(Trouble.DIRECTORY_SEALED, null, e);
    } catch (WrongSealException e) {
      throw new ProfileException(
          passphrase == null ? Trouble.DIRECTORY_UNREADABLE : Trouble.DIRECTORY_SEALED,
          e.getMessage(),
          e);
    } catch (DirectoryException e) {
      throw new ProfileException(Trouble.DIRECTORY_UNREADABLE, e.getMessage(), e);
    } catch (IOException e) {
      throw new ProfileException(Trouble.DIRECTORY_UNREADABLE, IoReason.of(e), e);
    } finally {
      if (!loaded) {
        file.close();
      }
    }
  }

  /** A first start begins with the sample's entries, where there is a sample. */
  private Directory sample(DirectoryFile file, Vault vault, Directory empty)
      throws IOException, DirectoryException {
    Path sample = DataFolder.sample(opening.workingFolder());
    if (!Files.isRegularFile(sample)) {
      return empty;
    }
    try (DirectoryFile source = new DirectoryFile(sample, vault)) {
      Directory entries = source.load(empty.self(), null);
      file.save(entries);
      return entries;
    }
  }
}
