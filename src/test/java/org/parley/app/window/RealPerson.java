package org.parley.app.window;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.name.PeerName;
import org.parley.settings.ListenOn;
import org.parley.ui.workplace.Workplace;

/**
 * Somebody with a real profile in a folder of their name, listening on loopback, open or not. Not
 * for the event thread.
 */
final class RealPerson implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Path folder;
  private final String name;
  private int port;
  private boolean open;
  private Profile profile;
  private OpenWorkplace workplace;

  RealPerson(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  private Opening opening(PeerName user) {
    Path own = folder.resolve(name);
    return new Opening(
        DataFolder.at(own), null, user, null, own, folder.resolve("state"), Distrust.REFUSE);
  }

  void create() throws Exception {
    profile =
        Assembly.create(
            opening(RealPair.name(name)), RealPair.STARTUP_PASSWORD.toCharArray(), step -> {});
    open = true;
    profile.save(profile.settings().withListenOn(ListenOn.LOOPBACK));
    listen();
  }

  void reopen() throws Exception {
    profile =
        Assembly.open(opening(null), RealPair.STARTUP_PASSWORD.toCharArray(), null, step -> {});
    open = true;
    listen();
    begin();
    profile.messenger().awaitSecrets();
  }

  private void listen() throws Exception {
    profile.messenger().listen(profile.listenAddress(), port);
    port = profile.messenger().port();
  }

  void begin() throws Exception {
    workplace = OpenWorkplace.over(profile);
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    workplace.talk().whenReady(() -> ready.complete(true));
    ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Another one after each restart. */
  Profile profile() {
    return profile;
  }

  Workplace workplace() {
    if (!open) {
      throw new IllegalStateException(name + " is away");
    }
    return workplace;
  }

  /** Where they listen, also while they are away. */
  int port() {
    return port;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      if (workplace == null) {
        profile.close();
      } else {
        workplace.close();
      }
    }
  }
}
