package org.parley.app.window;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.app.profile.Profile;
import org.parley.journal.export.VerifierKey;
import org.parley.messaging.Messenger;
import org.parley.network.ListenException;
import org.parley.settings.ListenOn;
import org.parley.settings.SettingsDamagedException;
import org.parley.ui.workplace.OwnPlace;
import org.parley.vault.VaultException;
import org.parley.vault.WrongPasswordException;

/** The profile's folder, identity and port. */
final class ProfilePlace implements OwnPlace {
  private final Profile profile;
  private final Messenger messenger;
  private final Runnable moved;
  private final String fingerprint;

  /** {@code moved} hears of each change of the place that is listened on. */
  ProfilePlace(Profile profile, Messenger messenger, Runnable moved) {
    this.profile = profile;
    this.messenger = messenger;
    this.moved = moved;
    this.fingerprint = VerifierKey.fingerprint(profile.vault().identityPublic());
  }

  @Override
  public Path folder() {
    return profile.folder().path();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public synchronized void listen(ListenOn where, int port) throws RefusedException, IOException {
    try {
      messenger.listen(Profile.listenAddress(where), port);
    } catch (ListenException e) {
      throw new RefusedException(
          e.kind() == ListenException.Kind.PORT_IN_USE
              ? Refusal.PORT_IN_USE
              : Refusal.PORT_FORBIDDEN,
          e);
    }
    try {
      profile.save(profile.settings().withListenOn(where).withPort(port));
    } catch (SettingsDamagedException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      moved.run();
    }
  }

  @Override
  public boolean changePassword(char[] old, char[] fresh) throws IOException {
    try {
      profile.vault().changePassword(old, fresh);
      return true;
    } catch (WrongPasswordException e) {
      return false;
    } catch (VaultException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
