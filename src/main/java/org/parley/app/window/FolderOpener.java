package org.parley.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.FreshFiles;
import org.parley.app.profile.KnownFolders;
import org.parley.app.profile.KnownFolders.Known;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.ProfileException;
import org.parley.journal.Progress;
import org.parley.messaging.Messenger;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;
import org.parley.network.ListenException;
import org.parley.settings.ClearSettings;
import org.parley.settings.SettingsDamagedException;
import org.parley.settings.SettingsFile;
import org.parley.ui.unlock.Creation;
import org.parley.ui.unlock.OpeningException;
import org.parley.ui.unlock.OpeningException.Problem;
import org.parley.ui.unlock.OpeningStep;
import org.parley.ui.unlock.Profile;
import org.parley.ui.unlock.ProfileOpener;
import org.parley.ui.unlock.Restored;
import org.parley.ui.unlock.RestoringException;
import org.parley.ui.workplace.Workplace;

/** Finds, opens and makes profiles for the unlock dialog, listening included. */
final class FolderOpener implements ProfileOpener {
  private static final Logger LOG = Logger.getLogger(FolderOpener.class.getName());
  private static final int USUAL_PORT = 5000;

  private final Opening commandLine;
  private final char @Nullable [] directoryPassphrase;
  private final KnownFolders known;
  private final Workplaces workplaces;

  /**
   * With what the command line said, whose folder is offered first.
   *
   * @param directoryPassphrase a sealed directory's own; wiped by the caller at the end
   */
  FolderOpener(Opening commandLine, char @Nullable [] directoryPassphrase, Workplaces workplaces) {
    this.commandLine = commandLine;
    this.directoryPassphrase = directoryPassphrase;
    this.known = new KnownFolders(commandLine.stateFolder());
    this.workplaces = workplaces;
  }

  @Override
  public List<Profile> known() {
    List<Profile> profiles = new ArrayList<>();
    profiles.add(first());
    for (Known one : known.list()) {
      if (!one.folder().equals(commandLine.folder().path())) {
        Profile profile = profile(DataFolder.at(one.folder()), one.directoryFile());
        if (profile.exists()) {
          profiles.add(profile);
        }
      }
    }
    return profiles;
  }

  /** The command line's folder, with what else the command line said. */
  private Profile first() {
    Profile found = look(commandLine.folder().path());
    PeerName user = commandLine.user();
    Integer port = commandLine.port();
    Path directory = commandLine.directoryFile();
    return new Profile(
        found.folder(),
        found.exists(),
        user == null ? found.name() : user.toString(),
        port == null ? found.port() : port,
        directory == null ? found.directoryFile() : directory.toAbsolutePath(),
        found.look(),
        found.language(),
        found.textPercent());
  }

  @Override
  public Profile look(Path folder) {
    DataFolder chosen = DataFolder.at(folder);
    Path directory =
        known.list().stream()
            .filter(one -> one.folder().equals(chosen.path()))
            .findFirst()
            .map(Known::directoryFile)
            .orElse(null);
    return profile(chosen, directory);
  }

  private static Profile profile(DataFolder folder, @Nullable Path directory) {
    ClearSettings settings = settings(folder);
    PeerName name = settings.name();
    return new Profile(
        folder.path(),
        folder.hasVault(),
        name == null ? null : name.toString(),
        settings.port().orElse(USUAL_PORT),
        directory == null ? folder.directory() : directory,
        settings.look(),
        settings.language(),
        settings.textPercent());
  }

  /** What can be read; opening the folder says what cannot. */
  private static ClearSettings settings(DataFolder folder) {
    try {
      return new SettingsFile(folder.settings()).load();
    } catch (IOException | SettingsDamagedException e) {
      return ClearSettings.defaults();
    }
  }

  @Override
  public Workplace open(
      org.parley.ui.unlock.Opening wanted,
      char[] password,
      char @Nullable [] given,
      Consumer<OpeningStep> steps)
      throws OpeningException {
    boolean named = wanted.folder().equals(commandLine.folder().path());
    Opening opening =
        opening(
            wanted.folder(),
            wanted.directoryFile(),
            named ? commandLine.user() : null,
            null,
            wanted.setJournalAside() ? Distrust.SET_ASIDE : Distrust.REFUSE);
    try {
      org.parley.app.profile.Profile profile =
          Assembly.open(
              opening,
              password,
              given == null ? directoryPassphrase : given,
              step -> steps.accept(OpeningStep.valueOf(step.name())));
      return listening(profile, wanted.port(), steps);
    } catch (ProfileException e) {
      throw OpeningProblems.of(e, opening);
    }
  }

  @Override
  public Workplace create(Creation wanted, char[] password, Consumer<OpeningStep> steps)
      throws OpeningException {
    Opening opening =
        opening(
            wanted.folder(), wanted.directoryFile(), wanted.name(), wanted.port(), Distrust.REFUSE);
    FreshFiles fresh = FreshFiles.before(opening);
    boolean whole = false;
    try {
      org.parley.app.profile.Profile profile =
          Assembly.create(
              opening, password, step -> steps.accept(OpeningStep.valueOf(step.name())));
      Workplace workplace = listening(profile, wanted.port(), steps);
      whole = true;
      return workplace;
    } catch (ProfileException e) {
      whole = true; // what was made is taken away already
      throw OpeningProblems.of(e, opening);
    } finally {
      if (!whole) {
        fresh.remove();
      }
    }
  }

  @Override
  public @Nullable Restored restore(Path backup, Path folder, Progress progress)
      throws RestoringException {
    return Restoring.run(backup, folder, progress);
  }

  private Opening opening(
      Path folder,
      Path directory,
      @Nullable PeerName user,
      @Nullable Integer port,
      Distrust distrust) {
    DataFolder chosen = DataFolder.at(folder);
    return new Opening(
        chosen,
        directory.equals(chosen.directory()) ? null : directory,
        user,
        port,
        commandLine.workingFolder(),
        commandLine.stateFolder(),
        distrust);
  }

  /** Takes the port and makes the profile a workplace; where that fails the profile is closed. */
  private Workplace listening(
      org.parley.app.profile.Profile profile, int port, Consumer<OpeningStep> steps)
      throws OpeningException {
    boolean whole = false;
    try {
      steps.accept(OpeningStep.LISTENING);
      Messenger messenger = profile.messenger();
      messenger.listen(profile.listenAddress(), port);
      remember(profile, port);
      Workplace workplace = workplaces.add(OpenWorkplace.over(profile));
      whole = true;
      return workplace;
    } catch (ListenException e) {
      boolean taken = e.kind() == ListenException.Kind.PORT_IN_USE;
      throw new OpeningException(
          taken ? Problem.PORT_IN_USE : Problem.PORT_FORBIDDEN, Integer.toString(port), e);
    } catch (StorageException e) {
      throw new OpeningException(
          Problem.JOURNAL_UNREADABLE, profile.folder().journal().toString(), e);
    } finally {
      if (!whole) {
        profile.close();
      }
    }
  }

  private void remember(org.parley.app.profile.Profile profile, int port) {
    try {
      if (profile.settings().port().orElse(0) != port) {
        profile.save(profile.settings().withPort(port));
      }
      Path directory = profile.contacts().path();
      boolean usual = directory.equals(profile.folder().directory());
      known.opened(new Known(profile.folder().path(), usual ? null : directory));
    } catch (IOException | SettingsDamagedException e) {
      LOG.log(Level.WARNING, "what was chosen could not be remembered", e);
    }
  }
}
